// Parts of the page: elements, links, sources, tables, lists. Text stays text, never HTML.
"use strict";

globalThis.migrationgovParts = (facts) => {
  const h = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  const nameOf = (party) => facts.parties[party]?.[0] ?? party;

  const address = (question) => "#" + new URLSearchParams(question).toString();

  const partyLink = (party, when) =>
    h("a", { href: address({ state: party, ...(when ? { date: when.text } : {}) }) }, nameOf(party));

  const institutionLink = (id, when) =>
    h("a", { href: address({ institution: id, ...(when ? { date: when.text } : {}) }) }, (facts.institutions[id] ?? facts.register).name);

  // A publisher or a place that many share is written once in the facts.
  const phrase = (text) => (typeof text === "number" ? facts.phrases[text] : text);

  const sourceText = ([title, publisher, symbol, published]) =>
    [phrase(publisher), title, symbol, published].filter(Boolean).join(", ");

  // One citation: the source as a link, the place in it, and what it gives where that differs.
  const citation = (place) => {
    const [source, locator, gives] = facts.citations[place]; // what is empty at the end is left out
    const record = facts.sources[source];
    const text = sourceText(record);
    const link = /^https?:/.test(record[4]) ? h("a", { href: record[4], rel: "external" }, text) : text;
    const rest = [phrase(locator), gives && `gives “${gives}”`].filter(Boolean).join("; ");
    return h("li", {}, link, rest ? `: ${rest}` : "");
  };

  const sources = (places) => h("ul", { class: "mg-sources" }, ...places.map(citation));

  const folded = (summary, ...content) =>
    h("details", {}, h("summary", {}, summary), ...content);

  // The content is made when it is opened: a member list has 175 of them.
  const foldedLater = (summary, make) => {
    const made = h("details", {}, h("summary", {}, ...summary));
    made.addEventListener("toggle", () => {
      if (made.open && made.childElementCount === 1) made.append(...make());
    });
    return made;
  };

  const foldedSources = (places) => folded(places.length === 1 ? "source" : `${places.length} sources`, sources(places));

  const sourcesCell = (places) => (places.length === 1 ? sources(places) : foldedSources(places));

  // A wide table scrolls in its own box, which the keyboard can reach.
  const table = (caption, columns, rows) => {
    const cellsOf = (row) => row.map((cell, at) => h("td", { class: `mg-${columns[at].toLowerCase().replaceAll(" ", "-")}` }, cell));
    const head = h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)));
    const lines = rows.map((row) => h("tr", {}, ...cellsOf(row)));
    const made = h("table", {}, h("caption", { class: "mg-hidden" }, caption), h("thead", {}, head), h("tbody", {}, ...lines));
    return h("div", { class: "mg-scroll", role: "region", "aria-label": caption, tabindex: "0" }, made);
  };

  const block = (title, ...content) => h("section", { class: "mg-block" }, h("h3", {}, title), ...content);

  const note = (text, kind = "mg-note") => h("p", { class: kind }, ...[text].flat());

  // How far before or after a day its evidence is; later evidence is carried back.
  const ageText = (days) => {
    const number = Math.abs(days);
    const [count, unit] = number >= 365 ? [Math.floor(number / 365), "year"] : [number, "day"];
    const long = `${count} ${unit}${count === 1 ? "" : "s"}`;
    return days === 0 ? "on the date" : days > 0 ? `${long} before the date` : `${long} after the date, carried back`;
  };

  const evidenceText = ({ text, since }, when) => `${text} (${ageText(when.last - since)})`;

  // The records behind a list of parties, or the oldest and the newest. If they are many, certain
  // parties have each its own.
  const evidenceSummary = (parties, when, grade) => {
    const records = new Map(parties.flatMap((each) => each.evidence).map((each) => [each.record, each]));
    const found = [...records.values()].sort((a, b) => a.since - b.since);
    if (found.length > 3 && grade === "certain") return "";
    if (found.length > 3) return `${found.length} records, from ${evidenceText(found[0], when)} to ${evidenceText(found.at(-1), when)}`;
    return found.map((each) => evidenceText(each, when)).join("; ");
  };

  const GRADES = ["certain", "listed", "possible"];
  const isEmpty = (found) => GRADES.every((grade) => found[grade].length === 0);

  const tally = (found) => {
    const counts = GRADES.filter((grade) => found[grade].length).map((grade) => `${found[grade].length} ${grade}`);
    return counts.join(", ") || "none on record";
  };

  // The mark of a role and its grade, as on the map; the shape stands for a sort of roles.
  const SORTS = { member: "member", party: "member", observer: "observer", signatory: "observer", applicant: "observer", associate: "observer" };
  const markSort = (role) => (role ? (SORTS[role] ?? "participant") : "");
  const mark = (role, grade) => globalThis.markOf(markSort(role), grade);

  return {
    h, nameOf, address, partyLink, institutionLink, sources, sourceText, folded, foldedLater, foldedSources, sourcesCell, table,
    block, note, isEmpty, tally, evidenceText, evidenceSummary, mark, markSort,
  };
};
