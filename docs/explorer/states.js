// What the explorer shows of one state or organization: in the chosen institution, and in all others.
"use strict";

globalThis.migrationgovStates = (facts, lookup, parts, words, records) => {
  const { h, block, note, table, partyLink, institutionLink, foldedSources, evidenceText, address } = parts;
  const { spaced, isMain, shortName, nameOf, during, dateWords } = words;
  const register = facts.register;

  const evidenceLine = (evidence, when) => evidence.map((each) => evidenceText(each, when)).join("; ");

  // The grade of a role, and the evidence that gives the role: what it is, its age, its sources.
  const gradeCell = ({ role, grade, evidence, on }) => {
    const found = evidence.filter(({ status }) => status === role);
    const cited = [...new Set(found.flatMap((each) => each.cited))];
    const text = found.length ? `${grade}: ${evidenceLine(found, on)}` : grade;
    return h("div", {}, text, cited.length ? foldedSources(cited) : "");
  };

  const roleTable = (caption, found, when) => {
    const name = ({ institution }) => shortName(institution);
    const sorted = [...found].sort((a, b) => name(a).localeCompare(name(b), "en"));
    const rows = sorted.map((each) => [institutionLink(each.institution, when), spaced(each.role), gradeCell(each)]);
    return table(caption, ["Institution", "Role", "Grade and evidence"], rows);
  };

  const SORTS = [["organizations", "Other organizations and groups"], ["treaties", "Treaties, by effect"], ["processes", "Processes"]];
  const INCOMPLETE = "Lists of processes are often incomplete. A process that is missing here does not mean “no”.";

  // The roles of a party in all institutions but IOM, by sort of institution.
  const roleBlocks = (party, when) => {
    const roles = lookup.rolesIn(party, when);
    const time = when ? during(when) : "each on the day of its latest evidence";
    return SORTS.map(([sort, title]) => {
      const caption = `${title}${when ? " " : ", "}${time}`;
      const found = roles.filter(({ institution }) => lookup.sortOf(institution) === sort);
      const explanation = sort === "processes" ? note(INCOMPLETE) : "";
      return block(caption, explanation, found.length ? roleTable(caption, found, when) : note("There is no record."));
    });
  };

  const iomRow = (party, on) => {
    const { statuses } = lookup.statusOn(party, on);
    return statuses.map(([status, grade]) => `${status === "none" ? "neither" : spaced(status)}: ${grade}`).join("; ");
  };

  // The records of a party in one institution, whatever they say of the day.
  const recordList = (id, party, on) => {
    const process = lookup.sortOf(id) === "processes";
    const evidence = lookup.rolesOf(id, on).flatMap((role) => lookup.answer(id, role, party, on).evidence);
    const own = evidence.filter((each, at) => evidence.findIndex((other) => other.record === each.record) === at);
    const reading = own.map((each) => `${spaced(each.status)}, ${evidenceText(each, on)}`).join("; ");
    const known = lookup.recordsOf(id, party);
    const found = process ? records.recordsNaming(facts.institutions[id], party) : records.recordsBehind(known ?? []);
    const nothing = known ? "Its records leave this open on every day; the page of the institution has them." : "No record names it.";
    return [
      reading ? note(`Best reading: ${reading}.`) : "",
      found.length ? h("ul", { "aria-label": `Records that name ${nameOf(party)}` },
        ...found.map(([text, places]) => h("li", {}, text, " ", foldedSources(places)))) : note(nothing),
    ];
  };

  const iomRecords = (party) => {
    const transitions = register.transitions[party] ?? [];
    return [
      records.spellBlock(party),
      ...(transitions.length ? [block("Transitions", records.transitionTable(party, transitions))] : []),
      ...records.attestationBlock(party),
    ];
  };

  // Whether the party belongs to the institution, for programs that read the page.
  const dataOf = (id, party, on) => {
    const { answer, grade } = lookup.answer(id, lookup.mainRole(id), party, on);
    const found = { belongs: answer, grade: grade === "unrecorded" ? "unknown" : grade };
    if (!isMain(id)) return found;
    const { statuses } = lookup.statusOn(party, on);
    const observer = lookup.answer(id, "observer", party, on).answer;
    return { ...found, statuses: statuses.map((each) => each.join(":")).join(" "), observer };
  };

  // The states that were there on days on which a state did not exist yet, and that it followed.
  const predecessorsOf = (party, when) => (facts.parties[party][4] ?? "").split(" ").filter(Boolean)
    .flatMap((each) => ((facts.parties[each][3] ?? 0) <= when.last ? [each] : predecessorsOf(each, when)));

  // The roles that records give a party, each with its grade: “member, certain”.
  const rolesGiven = (id, party, when) => lookup.rolesOf(id, when)
    .map((role) => [role, lookup.answer(id, role, party, when).grade])
    .filter(([, grade]) => grade && grade !== "unrecorded");

  // Before a state existed, its predecessor may have had another role. Python warns, too.
  const warnings = (id, party, asked) => {
    const born = facts.parties[party]?.[3] ?? 0;
    if (!asked || asked.first >= born || asked.last >= lookup.NO_DATE) return [];
    const when = { ...asked, last: Math.min(asked.last, born - 1) };
    const names = (roles) => roles.map(([role]) => role).join();
    const own = names(rolesGiven(id, party, when));
    return predecessorsOf(party, when).map((each) => [each, rolesGiven(id, each, when)])
      .filter(([, roles]) => roles.length && names(roles) !== own)
      .map(([each, roles]) => note([
        `${nameOf(party)} did not exist before ${dateWords(lookup.dayText(born))}. Its predecessor then was `,
        h("a", { href: address({ institution: id, state: each, date: asked.text }) }, nameOf(each)),
        `: ${roles.map(([role, grade]) => `${spaced(role)}, ${grade}`).join("; ")}.`,
      ], "mg-warning"));
  };

  // The panel of a chosen state. asked is null where no date is asked for.
  const panel = (id, party, asked, on, page) => {
    const disagreements = facts.disagreements.filter((each) => each[0] === party && each[1] === id);
    const links = page ? [h("a", { href: page }, "Full page")] : [];
    return {
      data: dataOf(id, party, on),
      content: [
        ...(isMain(id) ? [note(`In IOM: ${iomRow(party, on)}.`)] : []),
        ...(links.length ? [h("p", {}, ...links, ".")] : []),
        ...(isMain(id) ? iomRecords(party) : [block(`Records in ${words.called(id)}`, ...recordList(id, party, on))]),
        ...records.disagreementBlock(disagreements),
        ...(isMain(id) ? [] : [h("p", {}, partyLink(party, asked), ": in IOM")]),
        ...roleBlocks(party, asked),
      ],
    };
  };

  return { panel, warnings };
};
