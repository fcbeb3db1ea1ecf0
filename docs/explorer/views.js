// What the explorer shows of an institution on a date: map, growth, legend, and the list by region.
"use strict";

globalThis.migrationgovViews = (facts, lookup, parts, words, records) => {
  const { h, block, note, mark, markSort } = parts;
  const { GRADES, spaced, title, isMain, institution, nameOf } = words;
  const register = facts.register;
  const REGIONS = { africa: "Africa", americas: "Americas", asia: "Asia", europe: "Europe", oceania: "Oceania", "no-region": "Without a region" };
  const KINDS = ["state", "organization"];

  // -- who has which role ---------------------------------------------------------------------------

  // Without a date in the question: the roles that last.
  const rolesOf = (id, asked) => (isMain(id) ? ["member", "observer"] : lookup.rolesOf(id, asked));

  // The best reading first: what is certain or listed, then what is possible; the main role leads.
  const DOUBT = { certain: 0, listed: 0, possible: 1 };
  const ORDER = ["member", "observer", "participant"];
  const rank = ({ role, grade }) => DOUBT[grade] * 10 + ORDER.indexOf(markSort(role));

  const readings = (id, asked, on) => {
    const roles = rolesOf(id, asked).map((role) => [role, lookup.memberList(id, role, on)]);
    const parties = new Map();
    for (const [role, found] of roles) {
      for (const grade of GRADES) {
        for (const kind of KINDS) {
          for (const { party, evidence } of found[kind][grade]) {
            if (!parties.has(party)) parties.set(party, []);
            parties.get(party).push({ role, grade, evidence });
          }
        }
      }
    }
    for (const kept of parties.values()) kept.sort((a, b) => rank(a) - rank(b));
    return { id, on, roles, parties, main: lookup.mainRole(id) };
  };

  // -- map and growth -------------------------------------------------------------------------------

  const silent = ({ id, on, main }, party) => (lookup.answer(id, main, party, on).grade ? "unknown" : "none");

  const tilesOf = (read, role) => Object.keys(facts.parties).filter((party) => !lookup.isOrganization(party)).map((code) => {
    const kept = (read.parties.get(code) ?? []).find((each) => !role || each.role === role);
    if (kept) return { code, name: nameOf(code), role: markSort(kept.role), grade: kept.grade };
    return { code, name: nameOf(code), role: "", grade: role && role !== read.main ? "none" : silent(read, code) };
  });

  const grown = new Map();
  const growthOf = (id) => {
    if (!grown.has(id)) {
      const points = lookup.growthOf(id, lookup.mainRole(id), words.today);
      grown.set(id, points.map(([day, ...numbers]) => [lookup.dayText(day), ...numbers]));
    }
    return grown.get(id);
  };

  // No curve before the first long list: its leap would be that of the lists. A point without numbers is a gap.
  const curveOf = (id) => {
    const { whole, from, latest } = institution(id);
    const points = growthOf(id);
    if (!whole) return points;
    const gap = [lookup.dayText(Math.max(from?.[1] ?? 1, 1))];
    if (whole > words.today) return [gap];
    const begin = lookup.dayText(whole);
    const [, ...numbers] = points.findLast(([day]) => day <= begin) ?? [begin, 0, 0, 0];
    const curve = [[begin, ...numbers], ...points.filter(([day]) => day > begin)];
    const end = lookup.dayText(Math.min(latest, words.today));
    const [last, ...still] = curve[curve.length - 1];
    return [...(gap[0] < begin ? [gap] : []), ...curve, ...(last < end ? [[end, ...still]] : [])];
  };

  const legend = (tiles, read) => {
    const names = { member: read.main === "party" ? "party" : "member", observer: read.main === "party" ? "signatory" : "observer", participant: "other role" };
    const counts = new Map();
    for (const { role, grade } of tiles) counts.set(`${role} ${grade}`, (counts.get(`${role} ${grade}`) ?? 0) + 1);
    const item = (role, grade) => {
      const number = counts.get(`${role} ${grade}`);
      if (!number) return [];
      const text = grade === "none" ? `not a ${names.member}` : grade === "unknown" ? `unknown ${number}` : `${names[role]}, ${grade} ${number}`;
      return [h("li", {}, mark(role, grade), text)];
    };
    return [...ORDER.flatMap((role) => GRADES.flatMap((grade) => item(role, grade))), ...item("", "unknown"), ...item("", "none")];
  };

  // -- the list -------------------------------------------------------------------------------------

  const roleText = ({ role, grade }) => `${spaced(role)}, ${grade}`;

  // What is open beside a best reading in the same institution is left out of the words.
  const textOf = (kept) => kept.filter((each) => DOUBT[each.grade] <= DOUBT[kept[0].grade]).map(roleText).join("; ");

  const item = (read, party, kept, address) => {
    const text = textOf(kept);
    const plain = text === `${read.main}, certain`; // a name without a note is that of a certain member
    return h("li", { "data-party": party, "data-roles": kept.map(({ role, grade }) => `${role}:${grade}`).join(" ") },
      mark(kept[0].role, kept[0].grade), h("a", { href: address(party) }, nameOf(party)),
      h("span", { class: plain ? "mg-hidden" : "mg-as" }, plain ? `, ${text}` : text));
  };

  const regionOf = (party) => (lookup.isOrganization(party) ? "Organizations" : REGIONS[facts.parties[party]?.[2]] ?? "Organizations");

  const regions = (read, role, address) => {
    const groups = new Map([...Object.values(REGIONS), "Organizations"].map((name) => [name, []]));
    for (const [party, all] of read.parties) {
      const kept = role ? all.filter((each) => each.role === role) : all;
      if (kept.length) groups.get(regionOf(party)).push([nameOf(party), party, kept]);
    }
    return [...groups].filter(([, found]) => found.length).map(([name, found]) => {
      found.sort((a, b) => a[0].localeCompare(b[0], "en"));
      return h("section", { class: "mg-region" }, h("h4", {}, name, " ", h("span", {}, String(found.length))),
        h("ul", { "aria-label": name }, ...found.map(([, party, kept]) => item(read, party, kept, address))));
    });
  };

  // How many have a role, and of whom the sentence above does not speak: 50 (45 states, 4
  // organizations, 1 possible).
  const numbersOf = (found) => {
    const known = (kind) => found[kind].certain.length + found[kind].listed.length;
    const possible = KINDS.reduce((sum, kind) => sum + found[kind].possible.length, 0);
    const all = KINDS.reduce((sum, kind) => sum + known(kind), possible);
    const shares = [...KINDS.map((kind) => known(kind) && words.count(known(kind), kind)), possible && `${possible} possible`].filter(Boolean);
    return shares.length > 1 ? `${all} (${shares.join(", ")})` : String(all);
  };

  // One button for each role that a party has, and one for all of them.
  const roleChoice = (read, chosen, choose) => {
    const kept = read.roles.filter(([, found]) => KINDS.some((kind) => !parts.isEmpty(found[kind])));
    const button = (role, text) => {
      const made = h("button", { type: "button", "data-role": role, "aria-pressed": String(chosen === role) }, text);
      made.addEventListener("click", () => choose(role));
      return made;
    };
    return h("div", { class: "mg-roles", role: "group", "aria-label": "Roles" }, button("", "All roles"),
      ...kept.map(([role, found]) => button(role, `${title(role)} ${numbersOf(found)}`)));
  };

  // -- how complete each list is, and what it rests on ----------------------------------------------

  // Those of members, observers and parties matter even where the list is empty.
  const ALWAYS = ["member", "observer", "party"];

  const completeness = (kind, complete) => {
    const [one, others] = kind === "state" ? ["a state", "other state has"] : ["an organization", "other organization has"];
    return complete ? `The list is complete: certainly no ${others} this role.` : `The list is not complete: ${one} that is not on it may have this role.`;
  };

  const listNote = (label, kind, found, on) => {
    const evidence = ["certain", "listed"].map((grade) => parts.evidenceSummary(found[grade], on, grade)).filter(Boolean);
    return h("li", { "data-list": label, "data-complete": String(found.complete) },
      h("strong", {}, `${label}: ${parts.tally(found)}`), `. ${completeness(kind, found.complete)}`,
      evidence.length ? ` Evidence: ${evidence.join("; ")}.` : "");
  };

  const listNotes = ({ roles, on }) => roles.flatMap(([role, found]) => KINDS
    .filter((kind) => !parts.isEmpty(found[kind]) || (kind === "state" && ALWAYS.includes(role)))
    .map((kind) => listNote(kind === "state" ? title(role) : `${title(role)}, organizations`, kind, found[kind], on)));

  const EFFECT = "A party is one from the day on which the treaty is in force for it. The full page has the day of each deposit, too.";

  const about = (id) => {
    if (isMain(id)) return [h("p", {}, h("a", { href: "../data/organizations/iom.html" }, "Full page of IOM"), ".")];
    const its = facts.institutions[id];
    const what = [its.kind, its.region, its.status].filter(Boolean).join("; ");
    return [h("p", { class: "mg-about" }, `${what}. `, h("a", { href: `../data/${its.page}` }, "Full page"), "."),
      ...(lookup.sortOf(id) === "treaties" ? [note(EFFECT)] : [])];
  };

  const warnings = (id, asked) => {
    const text = asked ? lookup.coverage(institution(id), asked) : "";
    return text ? [note(text, "mg-warning")] : [];
  };

  // The list of all parties, and the records of a process behind it.
  const below = (read, role, address, choose) => {
    const found = regions(read, role, address);
    return [
      h("section", { class: "mg-list" }, h("h3", {}, "By region"), roleChoice(read, role, choose),
        note("A name without a note: certain. Choose a name to see its records and sources."),
        found.length ? h("div", { class: "mg-regions" }, ...found) : note("There is no record.")),
      h("details", { class: "mg-notes" }, h("summary", {}, "How complete each list is, and its evidence"), h("ul", {}, ...listNotes(read))),
      ...about(read.id),
      ...(!isMain(read.id) && lookup.sortOf(read.id) === "processes" ? records.recordBlocks(facts.institutions[read.id]) : []),
      ...(isMain(read.id) ? [] : records.disagreementBlock(facts.disagreements.filter((each) => each[1] === read.id))),
    ];
  };

  return { readings, tilesOf, growthOf, curveOf, legend, below, warnings, rolesOf };
};
