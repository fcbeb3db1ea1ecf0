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

  const processLink = (id, when) =>
    h("a", { href: address({ process: id, ...(when ? { date: when.text } : {}) }) }, facts.processes[id].name);

  const sourceText = ([title, publisher, symbol, published]) =>
    [publisher, title, symbol, published].filter(Boolean).join(", ");

  // One citation: the source as a link, the place in it, and what it gives where that differs.
  const citation = (place) => {
    const [source, locator, gives] = facts.citations[place];
    const record = facts.sources[source];
    const text = sourceText(record);
    const link = /^https?:/.test(record[4]) ? h("a", { href: record[4], rel: "external" }, text) : text;
    const rest = [locator, gives && `gives “${gives}”`].filter(Boolean).join("; ");
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

  const sourcesCell = (places) =>
    places.length === 1
      ? sources(places)
      : folded(`${places.length} sources`, sources(places));

  // A wide table scrolls in its own box, which the keyboard can reach.
  const table = (caption, columns, rows) => {
    const cellsOf = (row) => row.map((cell, at) => h("td", { class: `mg-${columns[at].toLowerCase().replaceAll(" ", "-")}` }, cell));
    const head = h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)));
    const lines = rows.map((row) => h("tr", {}, ...cellsOf(row)));
    const made = h("table", {}, h("caption", { class: "mg-hidden" }, caption), h("thead", {}, head), h("tbody", {}, ...lines));
    return h("div", { class: "mg-scroll", role: "region", "aria-label": caption, tabindex: "0" }, made);
  };

  const block = (title, ...content) => h("section", { class: "mg-block" }, h("h3", {}, title), ...content);

  const note = (text, kind = "mg-note") => h("p", { class: kind }, text);

  // An item of a list of parties. The word “possible” marks a possible party.
  const item = (party, certain, content) => {
    const sort = certain ? "mg-certain" : "mg-possible";
    const word = certain ? "" : h("span", { class: "mg-word" }, "possible");
    return h("li", { class: sort, "data-party": party, "data-certain": String(certain) }, ...content, word);
  };

  const partyList = (label, found, content) => {
    const items = (parties, certain) => parties.map((each) => item(each.party ?? each, certain, content(each)));
    return h("ul", { class: "mg-parties", "aria-label": label }, ...items(found.certain, true), ...items(found.possible, false));
  };

  const tally = (found) =>
    `${found.certain.length} certain` + (found.possible.length ? `, ${found.possible.length} possible` : "");

  return {
    h, nameOf, address, partyLink, processLink, sources, folded, foldedLater, sourcesCell, table,
    block, note, partyList, tally,
  };
};
