// Two dates, or two states, side by side.
"use strict";

globalThis.migrationgovCompare = (facts, lookup, parts, words) => {
  const { h, note, table, mark, institutionLink } = parts;
  const { spaced, called, shortName, nameOf, dateWords, during, count } = words;
  const register = facts.register;
  const KNOWN = ["certain", "listed"];

  // -- two dates -----------------------------------------------------------------------------------

  const gradesOf = (id, role, when) =>
    new Map(Object.keys(facts.parties).filter((party) => !lookup.isOrganization(party))
      .map((party) => [party, lookup.answer(id, role, party, when).grade]));

  // What became of a state between two grades of a role. Only from a “no” can it have joined; between
  // two other grades nothing but the evidence is known to differ.
  const sortOf = (before, after) => {
    if (before === after) return "";
    if (before === "") return KNOWN.includes(after) ? "joined" : after === "possible" ? "may have joined" : "";
    if (after === "") return KNOWN.includes(before) ? "left" : before === "possible" ? "may have left" : "";
    return [before, after].includes("unrecorded") && [before, after].includes("possible") ? "" : "evidence";
  };

  const changes = (id, role, first, second) => {
    const [before, after] = [gradesOf(id, role, first), gradesOf(id, role, second)];
    const found = { joined: [], left: [], "may have joined": [], "may have left": [], evidence: [] };
    for (const [party, grade] of before) found[sortOf(grade, after.get(party))]?.push([party, grade, after.get(party)]);
    for (const each of Object.values(found)) each.sort((a, b) => nameOf(a[0]).localeCompare(nameOf(b[0]), "en"));
    return found;
  };

  const TITLES = {
    joined: "Joined", left: "Left", "may have joined": "May have joined", "may have left": "May have left",
    evidence: "Changed in evidence only",
  };
  const gradeWord = (grade) => (grade === "unrecorded" ? "unknown" : grade || "no");

  // Of one that joined, since when; of others, both grades.
  const changeText = (id, role, when, [party, before, after]) => {
    const day = before === "" && KNOWN.includes(after) ? lookup.heldSince(id, role, party, when.first) : null;
    return day ? `since ${dateWords(lookup.dayText(day))}, ${after}` : `${gradeWord(before)}, then ${gradeWord(after)}`;
  };

  const changed = (id, role, when, sort, found) => {
    const item = ([party, before, after]) => h("li", { "data-party": party },
      mark(role, gradeWord(after) === "no" ? "none" : gradeWord(after)), ` ${nameOf(party)} `,
      h("span", { class: "mg-as" }, changeText(id, role, when, [party, before, after])));
    return h("section", { "data-sort": sort }, h("h4", {}, `${TITLES[sort]}: ${found.length}`),
      found.length ? h("ul", { class: "mg-changed", "aria-label": TITLES[sort] }, ...found.map(item)) : note("None."));
  };

  const dates = (id, role, one, two) => {
    const [first, second] = one.first <= two.first ? [one, two] : [two, one];
    const found = changes(id, role, first, second);
    const shown = Object.entries(found).filter(([sort, each]) => each.length || sort === "joined" || sort === "left");
    const verb = `${count(found.joined.length, "state")} joined (${spaced(role)}), ${found.left.length} left`;
    const title = `${words.capital(called(id))}: ${dateWords(first.text)} and ${dateWords(second.text)}`;
    return h("section", { class: "mg-block", id: "mg-two-dates", tabindex: "-1" }, h("h3", {}, title),
      note(`${verb}. From “possible” to “listed” or “certain” is no known change: only the evidence differs.`),
      ...shown.map(([sort, each]) => changed(id, role, second, sort, each)));
  };

  // -- two states ----------------------------------------------------------------------------------

  const SCORE = { certain: 3, listed: 2, possible: 1 };

  // The best reading of a party in an institution; null if no record gives it a role.
  const bestRole = (id, party, asked) => {
    const on = asked ?? lookup.oneDay(id === register.id ? register.until[1] : facts.institutions[id].latest);
    const roles = lookup.rolesOf(id, asked).map((role) => ({ role, on, ...lookup.answer(id, role, party, on) }));
    const found = roles.filter(({ grade, other }) => SCORE[grade] && !(grade === "possible" && other));
    const main = lookup.mainRole(id);
    const score = ({ role, grade }) => (KNOWN.includes(grade) && role === main ? 10 : 0) + SCORE[grade];
    return found.sort((a, b) => score(b) - score(a))[0] ?? null;
  };

  // The first of the days on which both have their roles, up to the date.
  const since = (id, parties, both) => {
    const days = both.map((each, at) => lookup.heldSince(id, each.role, parties[at], each.on.first));
    if (days.includes(null)) return "open";
    const day = Math.max(...days);
    return day > 1 ? lookup.dayText(day) : "always";
  };

  const cell = ({ role, grade }) => h("span", {}, mark(role, grade), ` ${spaced(role)}, ${grade}`);

  const states = (one, two, asked) => {
    const parties = [one, two];
    const all = [register.id, ...Object.keys(facts.institutions)].map((id) => [id, parties.map((party) => bestRole(id, party, asked))]);
    const shared = all.filter(([, both]) => both.every(Boolean));
    const rows = shared.map(([id, both]) => [institutionLink(id, asked), cell(both[0]), cell(both[1]), since(id, parties, both)]);
    const only = (at) => all.filter(([, both]) => both[at] && !both[1 - at]).map(([id]) => shortName(id));
    const [first, second] = parties.map(nameOf);
    const caption = `${first} and ${second}`;
    const time = asked ? during(asked) : "by the latest evidence of each";
    return h("section", { class: "mg-block", id: "mg-two-states", tabindex: "-1" }, h("h3", {}, caption),
      note(`They share ${count(shared.length, "institution")} ${time}. “Since” is the first day of the time, without a gap, in which the best reading gives both their roles.`),
      rows.length ? table(caption, ["Institution", first, second, "Since"], rows) : "",
      ...[0, 1].map((at) => parts.folded(`Only ${parties.map(nameOf)[at]}: ${only(at).length}`, note(only(at).join("; ") || "None."))));
  };

  return { dates, states, changes };
};
