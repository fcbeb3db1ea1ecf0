// What a reader takes away: a citation, a table, the link, the line of Python.
"use strict";

globalThis.migrationgovTools = (facts, lookup, parts, words) => {
  const { h, block } = parts;
  const { isMain, nameOf, dateWords } = words;

  // -- the line of Python ---------------------------------------------------------------------------

  const quoted = (text) => JSON.stringify(text);

  const call = (name, ...given) => `mg.${name}(${given.filter(Boolean).join(", ")})`;

  const rosterLine = (id, date, on) => {
    const sort = isMain(id) ? "" : lookup.sortOf(id);
    if (sort === "processes") return call("process_participants", quoted(id), date && `on=${quoted(date)}`);
    if (sort === "treaties") return call("parties_on", quoted(on.text), quoted(id));
    return call("members_on", quoted(on.text), sort && quoted(id));
  };

  const stateLine = (id, state, date, on) => {
    if (!isMain(id) && lookup.sortOf(id) === "processes") return call("processes_of", quoted(state), date && `on=${quoted(date)}`);
    return call("status_on", quoted(state), quoted(on.text), !isMain(id) && quoted(id));
  };

  const python = ({ institution, state, date, against, other }, on) => [
    "import migrationgov as mg",
    "",
    state ? stateLine(institution, state, date, on) : rosterLine(institution, date, on),
    ...(against ? [rosterLine(institution, against, { text: against })] : []),
    ...(other ? [call("shared_processes", quoted(state), quoted(other), date && `on=${quoted(date)}`)] : []),
  ].join("\n");

  // -- the citation ---------------------------------------------------------------------------------

  const evidenceOf = (read, state) =>
    [...read.parties].filter(([party]) => !state || party === state).flatMap(([, kept]) => kept.flatMap((each) => each.evidence));

  const sourcesOf = (read, state) => {
    const places = new Set(evidenceOf(read, state).flatMap((each) => each.cited));
    const found = new Set([...places].map((place) => facts.citations[place][0]));
    return [...found].map((source) => [parts.sourceText(facts.sources[source]), facts.sources[source][4]].filter(Boolean).join(". "));
  };

  const citation = (question, read) => {
    const about = question.state ? `${nameOf(question.state)} in ${words.called(question.institution)}` : words.capital(words.called(question.institution));
    const sources = sourcesOf(read, question.state);
    return [
      `The migrationgov authors, migrationgov ${facts.version}, facts as of ${facts.asOf}: ${about}, ${dateWords(read.on.text)}. ${location.href}`,
      ...(sources.length ? ["", "Sources:", ...sources.map((text) => `- ${text}`)] : []),
    ].join("\n");
  };

  // -- the table ------------------------------------------------------------------------------------

  const COLUMNS = ["institution", "date", "party", "name", "region", "role", "grade", "evidence", "evidence_from", "sources"];

  // A text that a spreadsheet would read as a formula gets an apostrophe.
  const field = (value) => {
    const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  const rowsOf = (read) => [...read.parties].flatMap(([party, kept]) => kept.map(({ role, grade, evidence }) => {
    const own = evidence.filter(({ status }) => status === role);
    const sources = new Set(own.flatMap(({ cited }) => cited.map((place) => facts.sources[facts.citations[place][0]]))
      .map((source) => source[4] || parts.sourceText(source)));
    return [read.id, read.on.text, party, nameOf(party), facts.parties[party]?.[2] ?? "", role, grade,
      own.map(({ text }) => text).join("; "), own.map(({ since }) => lookup.dayText(since)).join("; "), [...sources].join("; ")];
  }));

  const csv = (read) => {
    const rows = rowsOf(read).sort((a, b) => a[3].localeCompare(b[3], "en"));
    return [COLUMNS, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
  };

  const save = (name, text) => {
    const link = h("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  };

  // Where the browser has no clipboard for this page (a file, say), the text is chosen and copied.
  const copyOld = (text) => {
    const area = h("textarea", { class: "mg-hidden", "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copy = (text) => navigator.clipboard?.writeText(text).then(() => true, () => copyOld(text)) ?? Promise.resolve(copyOld(text));

  // -- the buttons ----------------------------------------------------------------------------------

  // current() gives the question and who has which role.
  const make = (current) => {
    const status = h("span", { role: "status", class: "mg-status" });
    const shown = h("textarea", { readonly: "", rows: "5", "aria-label": "Text to copy", hidden: "" });
    const code = h("code", {});
    const tell = (text) => () => {
      const made = text();
      return copy(made).then((done) => {
        status.textContent = done ? "Copied." : "Copy this text:";
        shown.hidden = done;
        shown.value = made;
      });
    };
    const button = (id, text, act) => {
      const made = h("button", { type: "button", id }, text);
      made.addEventListener("click", act);
      return made;
    };
    const line = () => python(current().question, current().read.on);
    const download = () => {
      const { question, read } = current();
      save(`${question.institution}-${read.on.text}.csv`, csv(read));
      status.textContent = "The table is downloaded.";
    };
    const element = h("div", {},
      h("div", { class: "mg-buttons" },
        button("mg-cite", "Copy the citation", tell(() => citation(current().question, current().read))),
        button("mg-csv", "Download CSV", download),
        button("mg-link", "Copy the link", tell(() => location.href)), status),
      shown,
      h("details", { id: "mg-python" }, h("summary", {}, "The same in Python"), h("pre", { tabindex: "0", "aria-label": "Python" }, code),
        button("mg-copy-python", "Copy the Python lines", tell(line))));
    const update = () => {
      code.textContent = line();
      status.textContent = "";
      shown.hidden = true;
    };
    return { element, update };
  };

  return { make, python, csv, citation };
};
