// The form, the address of the page, and what happens when either changes.
"use strict";

(() => {
  const facts = globalThis.migrationgovFacts;
  const root = document.getElementById("mg-explorer");
  const lookup = globalThis.migrationgovLookup(facts);
  const words = globalThis.migrationgovWords(facts, lookup);
  const parts = globalThis.migrationgovParts(facts);
  const records = globalThis.migrationgovRecords(facts, lookup, parts, words);
  const states = globalThis.migrationgovStates(facts, lookup, parts, words, records);
  const views = globalThis.migrationgovViews(facts, lookup, parts, words, records);
  const compare = globalThis.migrationgovCompare(facts, lookup, parts, words);
  const tools = globalThis.migrationgovTools(facts, lookup, parts, words);
  const { finder } = globalThis.migrationgovFinder(facts, parts);
  const { h } = parts;
  const at = (id) => document.getElementById(id);
  const IOM = facts.register.id;

  // -- what can be found ---------------------------------------------------------------------------

  const SORTS = { organizations: "organization", treaties: "treaty", processes: "process" };
  const byName = (a, b) => a.name.localeCompare(b.name, "en");

  const institutions = () => {
    const found = Object.entries(facts.institutions).map(([id, { name }]) => ({ id, name, code: facts.acronyms[id], sort: SORTS[lookup.sortOf(id)] }));
    const sorted = Object.values(SORTS).flatMap((sort) => found.filter((each) => each.sort === sort).sort(byName));
    return [{ id: IOM, name: facts.register.name, code: facts.acronyms[IOM], sort: "organization" }, ...sorted];
  };

  const KINDS = { state: "", former: "former state", organization: "organization" };
  const parties = () => Object.keys(KINDS).flatMap((kind) => Object.entries(facts.parties)
    .filter(([, party]) => party[1] === kind)
    .map(([id, [name]]) => ({ id, name, code: kind === "organization" ? "" : id, sort: KINDS[kind] })).sort(byName));

  // -- the question, in the address ----------------------------------------------------------------

  // What the address does not name is IOM, no state, no date, all roles, nothing to compare.
  const NAMES = { institution: "institution", state: "state", date: "date", role: "role", against: "with", other: "and" };

  const fromAddress = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const question = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, given.get(name) ?? ""]));
    question.empty = given.get("date") === "" && !question.state && !given.has("institution");
    question.institution = given.has("institution") ? question.institution : IOM;
    return question;
  };

  const toAddress = (question) => {
    const named = Object.entries(NAMES).map(([key, name]) => [name, question[key]])
      .filter(([name, value]) => value && !(name === "institution" && value === IOM));
    return parts.address(Object.fromEntries(named));
  };

  const ask = (changed) => {
    const address = toAddress({ ...fromAddress(), ...changed });
    if (address === (location.hash || "#")) show();
    else location.hash = address;
  };

  // -- what is wrong with a question ---------------------------------------------------------------

  const problem = ({ institution, state, date, against, other, empty }) => {
    if (institution !== IOM && !Object.hasOwn(facts.institutions, institution)) return `No institution has the id “${institution}”.`;
    for (const party of [state, other].filter(Boolean)) {
      if (!Object.hasOwn(facts.parties, party)) return `No state or organization has the code “${party}”.`;
    }
    const wrong = [date, against].find((text) => text && !lookup.readDate(text));
    return wrong || empty ? globalThis.migrationgovDates.advice(wrong ?? "") : "";
  };

  // -- the answer ----------------------------------------------------------------------------------

  const statePage = (state) => {
    const organization = facts.parties[state][1] === "organization";
    return organization ? "" : root.dataset.statePage.replace("{id}", state.toLowerCase());
  };

  const latest = (id) => (id === IOM ? facts.register.until[1] : facts.institutions[id].latest);

  const compute = (question) => {
    const { institution, date } = question;
    const asked = date ? lookup.readDate(date) : null;
    const on = asked ?? lookup.oneDay(latest(institution));
    return { question, asked, on, read: views.readings(institution, asked, on) };
  };

  const headingOf = ({ institution, state }, on) => {
    const code = state && !lookup.isOrganization(state) ? ` (${state})` : "";
    const who = state ? `${words.nameOf(state)}${code} and ${words.called(institution)}` : words.capital(words.called(institution));
    return `${who} ${words.during(on)}`;
  };

  const summaryOf = ({ question: { institution, state }, asked, on, read }) => (state
    ? words.partySentence(institution, state, views.rolesOf(institution, asked), on)
    : words.rosterSentence(institution, read.roles, on));

  // What changes with every step of the slider.
  const picture = (now) => {
    const { question, on, read } = now;
    at("mg-heading").textContent = headingOf(question, on);
    at("mg-summary").textContent = summaryOf(now);
    const tiles = views.tilesOf(read, question.role);
    globalThis.drawTiles(at("mg-tiles"), tiles, (code) => ask({ state: code }));
    at("mg-legend").replaceChildren(...views.legend(tiles, read));
    const first = Math.max(on.first, 1);
    globalThis.drawGrowth(at("mg-growth"), views.curveOf(question.institution), lookup.dayText(first), (day) => ask({ date: day }));
    at("mg-growth-title").textContent = `${read.main === "party" ? "Parties" : "Member states"} over time`;
    at("mg-growth-gap").hidden = !words.institution(question.institution).whole;
    at("mg-slider").setAttribute("aria-valuetext", words.dateWords(on.text));
  };

  const compared = ({ institution, role, state, date, against, other }, asked, on, read) => {
    const role_ = read.roles.some(([each]) => each === role) ? role : read.main;
    return [
      ...(against ? [compare.dates(institution, role_, on, lookup.readDate(against))] : []),
      ...(state && other ? [compare.states(state, other, asked)] : []),
    ];
  };

  const addressOf = (question) => (state) => toAddress({ ...question, state });

  const chosenState = ({ question: { institution, state }, asked, on }) => {
    if (!state) return [];
    const { data, content } = states.panel(institution, state, asked, on, statePage(state));
    Object.assign(at("mg-answer").dataset, data);
    const close = h("button", { type: "button" }, `Close ${words.nameOf(state)}`);
    close.addEventListener("click", () => ask({ state: "", other: "" }));
    return [h("section", { id: "mg-chosen", class: "mg-panel", "aria-label": words.nameOf(state) }, h("h3", {}, words.nameOf(state)), ...content, close)];
  };

  let current = null;
  const answer = (now) => {
    current = now;
    const { question, asked, on, read } = now;
    picture(now);
    at("mg-warnings").replaceChildren(
      ...(asked ? views.warnings(question.institution, asked) : [parts.note("You chose no date: this is the day of the latest evidence.")]),
      ...states.warnings(question.institution, question.state, asked),
    );
    at("mg-compared").replaceChildren(...compared(question, asked, on, read));
    const below = views.below(read, question.role, addressOf(question), (role) => ask({ role }));
    at("mg-answer").replaceChildren(...chosenState(now), ...below);
    made.update();
  };

  const refuse = () => {
    at("mg-heading").textContent = "No answer";
    at("mg-summary").textContent = "";
    for (const id of ["mg-warnings", "mg-compared", "mg-answer"]) at(id).replaceChildren();
  };

  // -- date, slider, changes -----------------------------------------------------------------------

  // The nearest days on which the answer may change. For a year, a day within it comes first.
  const changesAround = ({ question: { institution, state }, on }) => {
    const days = lookup.changeDays(institution, state).filter((day) => day > 1 && day <= words.today);
    return { before: days.findLast((day) => day < on.first), after: days.find((day) => day > on.first) };
  };

  const offerChanges = (now) => {
    const { before, after } = now ? changesAround(now) : {};
    for (const [button, name, day] of [[at("mg-before"), "Previous", before], [at("mg-after"), "Next", after]]) {
      button.disabled = day === undefined;
      button.value = day === undefined ? "" : lookup.dayText(day);
      const text = day === undefined ? "none" : words.dateWords(button.value);
      button.replaceChildren(h("small", {}, `${name} change`), h("span", { class: "mg-hidden" }, ": "), text);
    }
  };

  const setSlider = ({ question: { institution }, on }) => {
    const slider = at("mg-slider");
    const known = [words.began(institution)?.[1], lookup.changeDays(institution).find((day) => day > 1)];
    const first = known.find((day) => day > 1 && day < words.today) ?? facts.register.founded[1]; // no day is known
    slider.min = lookup.readDate(lookup.dayText(first).slice(0, 4)).first;
    slider.max = words.today;
    slider.value = on.first;
    at("mg-from").textContent = lookup.dayText(Number(slider.min)).slice(0, 4);
  };

  let finders = {};
  const show = () => {
    const question = fromAddress();
    const error = problem(question);
    for (const name of ["belongs", "grade", "statuses", "observer"]) delete at("mg-answer").dataset[name];
    at("mg-date").value = question.date;
    at("mg-date-error").textContent = error;
    at("mg-date").setAttribute("aria-invalid", String(Boolean(error)));
    for (const id of ["mg-picture", "mg-tools"]) at(id).hidden = Boolean(error);
    if (error) {
      current = null;
      refuse();
    } else {
      const now = compute(question);
      finders.institution.set(question.institution);
      finders.state.set(question.state);
      finders.other.set(question.other);
      at("mg-with").value = question.against;
      at("mg-date").value = question.date || now.on.text;
      at("mg-other-field").hidden = !question.state;
      answer(now);
      setSlider(now);
    }
    offerChanges(current);
    root.dataset.shown = location.hash;
  };

  // The address holds a date in digits, however it was typed.
  const inDigits = (text) => lookup.readDate(text)?.text ?? text.trim();

  // -- the tools under the picture -----------------------------------------------------------------

  const made = tools.make(() => current);

  const comparison = () => {
    const field = h("input", { id: "mg-with", type: "text", size: "11", autocomplete: "off", placeholder: "2010" });
    const form = h("form", { id: "mg-with-form" }, h("label", { for: "mg-with" }, "Compare with another date"), field, h("button", { type: "submit" }, "Compare"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask({ against: inDigits(field.value) });
    });
    const input = h("input", { id: "mg-other", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "mg-others" });
    const box = h("ul", { id: "mg-others", role: "listbox", "aria-label": "Other states and organizations", hidden: "" });
    const other = h("div", { class: "mg-find", id: "mg-other-field", hidden: "" }, h("label", { for: "mg-other" }, "Compare with another state"), input, box);
    return h("div", { class: "mg-comparisons" }, form, other);
  };

  // -- start ---------------------------------------------------------------------------------------

  at("mg-tools").append(made.element, comparison());
  const error = at("mg-find-error");
  const known = parties();
  finders = {
    institution: finder(at("mg-institution"), at("mg-institutions"), institutions(), (institution) => ask({ institution, role: "" }), { error }),
    state: finder(at("mg-state"), at("mg-states"), known, (state) => ask({ state, ...(state ? {} : { other: "" }) }), { empties: true, error }),
    other: finder(at("mg-other"), at("mg-others"), known, (other) => ask({ other }), { empties: true, error }),
  };

  at("mg-form").addEventListener("submit", (event) => {
    event.preventDefault();
    ask({ date: inDigits(at("mg-date").value) });
  });
  at("mg-date").addEventListener("change", () => ask({ date: inDigits(at("mg-date").value) }));

  // While it slides, sentence and picture follow; the address and the list when it stops.
  let waiting = false;
  at("mg-slider").addEventListener("input", () => {
    if (waiting || !current) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const date = lookup.dayText(Number(at("mg-slider").value));
      at("mg-date").value = date;
      picture(compute({ ...current.question, date }));
    });
  });
  at("mg-slider").addEventListener("change", () => ask({ date: lookup.dayText(Number(at("mg-slider").value)) }));
  for (const id of ["mg-before", "mg-after"]) at(id).addEventListener("click", (event) => ask({ date: event.currentTarget.value }));

  addEventListener("hashchange", show);
  // After a question from within the answer, the focus goes to the heading of the new answer.
  root.addEventListener("click", (event) => {
    if (event.target.closest(":is(#mg-answer, #mg-compared) a[href^='#']")) {
      addEventListener("hashchange", () => at("mg-heading").focus(), { once: true });
    }
  });

  show();
  performance.mark("migrationgov-answer"); // benchmarks/site.py reads the time of the first answer
})();
