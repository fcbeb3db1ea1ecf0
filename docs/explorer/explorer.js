// The form, the address of the page, and what happens when either changes.
"use strict";

(() => {
  const facts = globalThis.migrationgovFacts;
  const root = document.getElementById("mg-explorer");
  const lookup = globalThis.migrationgovLookup(facts);
  const parts = globalThis.migrationgovParts(facts);
  const views = globalThis.migrationgovViews(facts, lookup, parts);
  const at = (id) => document.getElementById(id);
  const form = at("mg-form");

  const option = (value, text) => parts.h("option", { value }, text);

  // The institutions of one sort, by name.
  const institutionGroup = (label, sort) => {
    const found = Object.entries(facts.institutions).filter(([id]) => lookup.sortOf(id) === sort).map(([id, { name }]) => [name, id]);
    found.sort((a, b) => a[0].localeCompare(b[0], "en"));
    return parts.h("optgroup", { label }, ...found.map(([name, id]) => option(id, name)));
  };

  const group = (label, sort) => {
    const parties = Object.entries(facts.parties).filter(([, party]) => party[1] === sort);
    parties.sort((a, b) => a[1][0].localeCompare(b[1][0], "en"));
    return parts.h("optgroup", { label }, ...parties.map(([party, [name]]) => option(party, name)));
  };

  const fill = () => {
    at("mg-state").append(group("States and territories", "state"), group("Former states", "former"), group("Organizations", "organization"));
    at("mg-institution").append(institutionGroup("Organizations and groups", "organizations"),
      institutionGroup("Treaties", "treaties"), institutionGroup("Processes", "processes"));
    at("mg-state").value = "KAZ";
    at("mg-institution").value = "almaty-process";
  };

  // -- the question, in the address and in the form ----------------------------------------------

  const fromAddress = () => {
    const question = new URLSearchParams(location.hash.slice(1));
    const state = question.get("state");
    const institution = question.get("institution");
    const about = state !== null ? "state" : institution !== null ? "institution" : "all";
    return { about, state, institution, date: question.get("date") ?? (about === "all" ? facts.register.until[0] : "") };
  };

  const fromForm = () => ({
    about: form.elements.about.value,
    state: at("mg-state").value,
    institution: at("mg-institution").value,
    date: at("mg-date").value.trim(),
  });

  const toAddress = ({ about, state, institution, date }) => {
    const question = about === "state" ? { state } : about === "institution" ? { institution } : {};
    return parts.address(date ? { ...question, date } : question);
  };

  const showFields = (about) => {
    at("mg-state-field").hidden = about !== "state";
    at("mg-institution-field").hidden = about !== "institution";
  };

  const toForm = ({ about, state, institution, date }) => {
    form.elements.about.value = about;
    if (state) at("mg-state").value = state;
    if (institution) at("mg-institution").value = institution;
    at("mg-date").value = date;
    showFields(about);
  };

  // -- the answer --------------------------------------------------------------------------------

  const problem = ({ about, state, institution, date }) => {
    if (about === "state" && !Object.hasOwn(facts.parties, state)) return `No state or organization has the code “${state}”.`;
    if (about === "institution" && !Object.hasOwn(facts.institutions, institution)) return `No institution has the id “${institution}”.`;
    if (date ? !lookup.readDate(date) : about === "all") {
      return `The explorer cannot read the date “${date}”. Write 2002-12-02, 2002-12 or 2002.`;
    }
    return "";
  };

  const statePage = (state) => {
    const [, sort, region] = facts.parties[state];
    const page = root.dataset.statePage.replace("{region}", region);
    return sort === "organization" ? "" : page.replace("{id}", state.toLowerCase());
  };

  const answerTo = ({ about, state, institution, date }) => {
    const when = date ? lookup.readDate(date) : null;
    if (about === "state") return views.oneState(state, when, statePage(state));
    if (about === "all") return views.membersAndObservers(when);
    return views.oneInstitution(institution, when);
  };

  const put = ({ heading, summary, content, data = {} }) => {
    at("mg-heading").textContent = heading;
    at("mg-summary").textContent = summary;
    at("mg-answer").replaceChildren(...content);
    for (const name of ["statuses", "member", "observer"]) delete at("mg-answer").dataset[name];
    Object.assign(at("mg-answer").dataset, data);
  };

  const daysOf = ({ about, state, institution }) => {
    if (about === "institution") return lookup.changeDays(institution);
    return lookup.changeDays(facts.register.id, about === "state" ? state : "");
  };

  // The nearest days on which the answer may change. For a year, a day within it comes first.
  const changesAround = (question) => {
    const days = daysOf(question);
    const latest = question.about === "institution" ? facts.institutions[question.institution].latest : facts.register.until[1];
    const when = question.date ? lookup.readDate(question.date) : lookup.oneDay(latest);
    return { before: days.findLast((day) => day < when.first), after: days.find((day) => day > when.first) };
  };

  const offerChanges = (question, error) => {
    const { before, after } = error ? {} : changesAround(question);
    for (const [button, name, day] of [[at("mg-before"), "Previous", before], [at("mg-after"), "Next", after]]) {
      button.disabled = day === undefined;
      button.value = day === undefined ? "" : lookup.dayText(day);
      button.textContent = day === undefined ? `No ${name.toLowerCase()} change` : `${name} change: ${button.value}`;
    }
  };

  const show = () => {
    const question = fromAddress();
    const error = problem(question);
    toForm(question);
    at("mg-date-error").textContent = error;
    at("mg-date").setAttribute("aria-invalid", String(Boolean(error)));
    put(error ? { heading: "No answer", summary: "", content: [] } : answerTo(question));
    offerChanges(question, error);
    root.dataset.shown = location.hash;
  };

  const ask = (question) => {
    const address = toAddress(question);
    if (address === location.hash) show();
    else location.hash = address;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(fromForm());
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "about") showFields(event.target.value);
    const question = fromForm();
    if (question.about === "all" && !question.date) question.date = facts.register.until[0];
    ask(question);
  });
  for (const id of ["mg-before", "mg-after"]) {
    at(id).addEventListener("click", (event) => ask({ ...fromForm(), date: event.target.value }));
  }
  addEventListener("hashchange", show);
  // After a question from within the answer, the focus goes to the heading of the new answer.
  root.addEventListener("click", (event) => {
    if (event.target.closest("#mg-answer a[href^='#']")) {
      addEventListener("hashchange", () => at("mg-heading").focus(), { once: true });
    }
  });

  fill();
  show();
  performance.mark("migrationgov-answer"); // benchmarks/site.py reads the time of the first answer
})();
