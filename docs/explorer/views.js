// The three answers of the explorer: IOM on a date, one state or organization, one institution.
"use strict";

globalThis.migrationgovViews = (facts, lookup, parts) => {
  const { h, block, note, table, partyBlock, isEmpty, partyLink, institutionLink, foldedSources, sourcesCell, tally, evidenceText } = parts;
  const register = facts.register;
  const words = (text) => text.replaceAll("-", " ").replace("co chair", "co-chair");
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const PLURALS = {
    member: "Members", observer: "Observers", associate: "Associates", party: "Parties", signatory: "Signatories",
    partner: "Partners", participant: "Participants",
  };
  const title = (role) => PLURALS[role] ?? capital(words(role));

  const during = (when) => `${when.first === when.last ? "on" : "in"} ${when.text}`;

  // A transition is [kind, date, first day, citations, note, derived, predecessor]; empty values at
  // the end are left out.
  const dateAndBasis = (transition) => transition[1] + (transition[5] ? " (our conclusion)" : "");

  const transitionName = (transition, party) => {
    if (transition[0] !== "succeeded") return words(transition[0]);
    const predecessor = transition[6];
    return predecessor === party
      ? "membership passed to a successor"
      : `took over the membership of ${parts.nameOf(predecessor)}`;
  };

  const transitionRows = (party, transitions) =>
    transitions.map((each) => [transitionName(each, party), dateAndBasis(each), sourcesCell(each[3]), each[4]]);

  const transitionTable = (party, transitions) =>
    table(`Transitions of ${parts.nameOf(party)}`, ["Transition", "Date", "Sources", "Note"], transitionRows(party, transitions));

  const warning = (record, when) => {
    const text = when ? lookup.coverage(record, when) : "";
    return text ? [note(text, "mg-warning")] : [];
  };

  // -- all members and observers on a date --------------------------------------------------------

  const recordsUntil = (party, when) => {
    const transitions = (register.transitions[party] ?? []).filter((each) => each[2] <= when.last);
    const link = h("p", {}, partyLink(party, when), ": all records");
    return transitions.length ? [transitionTable(party, transitions), link] : [link];
  };

  // The lists that have a party, and those of member and observer states and of parties, for which
  // it matters whether an empty list is complete.
  const ALWAYS = ["member", "observer", "party"];
  const byKind = (roles) =>
    roles.flatMap(([role, found]) => [
      [title(role), "state", found.state, ALWAYS.includes(role)],
      [`${title(role)}, organizations`, "organization", found.organization, false],
    ]).filter(([, , found, always]) => always || !isEmpty(found));

  const tallies = (lists) => lists.map(([label, , found]) => `${label}: ${tally(found)}.`).join(" ");

  const membersAndObservers = (when) => {
    const lists = byKind(["member", "observer"].map((role) => [role, lookup.memberList(register.id, role, when)]));
    const content = ({ party }) => recordsUntil(party, when);
    return {
      heading: `Members and observers of IOM ${during(when)}`,
      summary: tallies(lists),
      content: [
        ...warning(register, when),
        ...lists.map(([label, kind, found]) => partyBlock(label, kind, found, when, content)),
      ],
    };
  };

  // -- one state or organization ------------------------------------------------------------------

  const spellBlock = (party) => {
    const rows = (register.spells[party] ?? []).map(([status, start, end, before, after]) => [
      status + (before ? `, successor of ${parts.nameOf(before)}` : ""),
      start,
      (end || "no end known") + (after ? `, then ${parts.nameOf(after)}` : ""),
    ]);
    const spells = table("Spells in IOM", ["Status", "First day", "Last day"], rows);
    return block("Spells in IOM", rows.length ? spells : note("There is no record of a spell."));
  };

  const attestationBlock = (party) => {
    const rows = (register.attestations[party] ?? []).map(([status, date, text, places]) => [
      status, date, sourcesCell(places), text,
    ]);
    if (!rows.length) return [];
    const caption = "Sources that name a status on a date";
    return [block(caption, table(caption, ["Status", "Date", "Sources", "Note"], rows))];
  };

  const evidenceLine = (evidence, when) => evidence.map((each) => evidenceText(each, when)).join("; ");

  // The grade of a role, and the evidence that gives the role: what it is, its age, its sources.
  const gradeCell = ({ role, grade, evidence, on }) => {
    const found = evidence.filter(({ status }) => status === role);
    const cited = [...new Set(found.flatMap((each) => each.cited))];
    const text = found.length ? `${grade}: ${evidenceLine(found, on)}` : grade;
    return h("div", {}, text, cited.length ? foldedSources(cited) : "");
  };

  const roleTable = (caption, found, when) => {
    const name = ({ institution }) => facts.institutions[institution].name;
    const sorted = [...found].sort((a, b) => name(a).localeCompare(name(b), "en"));
    const rows = sorted.map((each) => [institutionLink(each.institution, when), words(each.role), gradeCell(each)]);
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

  const disagreementBlock = (disagreements) => {
    if (!disagreements.length) return [];
    const tables = disagreements.map(([party, , field, claims, preferred, reason]) => {
      const caption = `${parts.nameOf(party)}: ${words(field)}`;
      const rows = claims.map(([value, places]) => [value, parts.sources(places)]);
      return h("div", { class: "mg-rivals" }, h("h4", {}, caption), table(caption, ["Value", "Sources"], rows),
        note(`Value used: ${preferred || "none"}. ${reason}`));
    });
    return [block("Where sources disagree", ...tables)];
  };

  const statusText = (statuses, evidence, when) => {
    const [only] = statuses;
    if (statuses.length === 1) return `${only[0]} (certain)`;
    const listed = statuses.find(([, grade]) => grade === "listed");
    const open = `may be ${statuses.map(([status]) => status).join(" or ")}`;
    return listed ? `listed as ${listed[0]}, by ${evidenceLine(evidence, when)}; ${open}` : `unknown (${open})`;
  };

  const oneState = (party, when, page) => {
    const day = when ?? lookup.oneDay(register.until[1]);
    const { statuses, evidence } = lookup.statusOn(party, day);
    const [member, observer] = ["member", "observer"].map((role) => lookup.answer(register.id, role, party, day));
    const transitions = register.transitions[party] ?? [];
    const disagreements = facts.disagreements.filter((each) => each[0] === party && each[1] === register.id);
    const code = lookup.isOrganization(party) ? "" : ` (${party})`;
    return {
      heading: `${parts.nameOf(party)}${code}`,
      summary: `Status in IOM ${during(day)}: ${statusText(statuses, evidence, day)}. Member: ${member.answer}. Observer: ${observer.answer}.`,
      data: { statuses: statuses.map((each) => each.join(":")).join(" "), member: member.answer, observer: observer.answer },
      content: [
        ...warning(register, day),
        ...(page ? [h("p", {}, h("a", { href: page }, "Full page"), ".")] : []),
        spellBlock(party),
        ...(transitions.length ? [block("Transitions", transitionTable(party, transitions))] : []),
        ...attestationBlock(party),
        ...roleBlocks(party, when),
        ...disagreementBlock(disagreements),
      ],
    };
  };

  const isProcess = (id) => lookup.sortOf(id) === "processes";

  // -- one institution ----------------------------------------------------------------------------

  // All records of a process that name a party, whatever they say of the day.
  const recordsNaming = (institution, party) => {
    const lists = institution.lists.flatMap(([asOf, , , places, roles]) =>
      roles.filter(([, , , names]) => names.split(" ").some((name) => name.replace("?", "") === party))
        .map(([role, kind]) => [`list of ${asOf}: ${words(role)}, ${KINDS[kind]}`, places]));
    const terms = institution.terms.filter(([, holder]) => holder === party).map(([role, , start, end, , places]) => [
      `term from ${start} to ${end || ".."}: ${words(role)}`, places]);
    const transitions = (institution.transitions[party] ?? []).map((each) => [
      `${transitionName(each, party)} ${each[1]}`, each[3]]);
    return [...transitions, ...lists, ...terms];
  };

  // The page of an organization or a treaty has its records; here is what the reading rests on.
  const recordsBehind = (evidence) => evidence.map(({ text, cited }) => [text, cited]);

  const partyRecords = (id, { party, evidence }, when, on) => {
    const reading = evidence.map((each) => `${each.status}, ${evidenceText(each, on)}`).join("; ");
    const found = isProcess(id) ? recordsNaming(facts.institutions[id], party) : recordsBehind(evidence);
    return [
      reading ? h("p", {}, `Best reading: ${reading}.`) : "",
      h("ul", { "aria-label": `Records that name ${parts.nameOf(party)}` },
        ...found.map(([text, places]) => h("li", {}, text, foldedSources(places)))),
      h("p", {}, partyLink(party, when), ": in all institutions"),
    ];
  };

  const transitionBlock = (institution) => {
    const rows = Object.entries(institution.transitions)
      .flatMap(([party, transitions]) => transitionRows(party, transitions).map((row) => [partyLink(party), ...row]));
    const columns = ["State or organization", "Transition", "Date", "Sources", "Note"];
    return rows.length ? [block("Entries and exits", table("Entries and exits", columns, rows))] : [];
  };

  const termBlock = (institution) => {
    if (!institution.terms.length) return [];
    const rows = institution.terms.map(([role, party, start, end, text, places]) => [
      words(role), partyLink(party), start, end || "no end known", sourcesCell(places), text,
    ]);
    const columns = ["Role", "State or organization", "First day", "Last day", "Sources", "Note"];
    return [block("Terms", table("Terms", columns, rows))];
  };

  const KINDS = {
    stated: "complete list", partial: "part of the list", attendance: "attended a meeting",
    subset: "some of them", group: "a group",
  };

  const listNames = (names) =>
    names.split(" ").filter(Boolean).flatMap((name, place) => {
      const party = name.replace("?", "");
      return [place ? ", " : "", partyLink(party), name === party ? "" : " (the list is not certain)"];
    });

  const listRow = ([asOf, , text, places, lists]) =>
    lists.map(([role, kind, total, names, ...groups]) => [
      asOf, words(role), KINDS[kind], total === null ? "" : String(total),
      h("span", {}, ...groups.flatMap((group) => ["members of ", partyLink(group), ": "]), ...listNames(names)),
      sourcesCell(places), text,
    ]);

  const listBlock = (institution) => {
    const number = institution.lists.reduce((sum, each) => sum + each[4].length, 0);
    if (!number) return [block("Lists", note("We could read no list of this process."))];
    const columns = ["As of", "Role", "Kind", "Published number", "Names", "Sources", "Note"];
    const all = () => [table("Lists, by date", columns, institution.lists.flatMap(listRow))];
    return [block("Lists", parts.foldedLater([`All lists, by date (${number})`], all))];
  };

  const recordBlocks = (institution) => [...transitionBlock(institution), ...termBlock(institution), ...listBlock(institution)];

  const EFFECT = "A party is one from the day on which the treaty is in force for it. The full page has the day of each deposit, too.";

  const oneInstitution = (id, when) => {
    const institution = facts.institutions[id];
    const { on, roles } = lookup.roster(id, when);
    const lists = byKind(roles);
    const content = (each) => partyRecords(id, each, when, on);
    return {
      heading: institution.name,
      summary: `${capital(during(on))}. ${tallies(lists)}`,
      content: [
        ...warning(institution, when),
        h("p", {}, [institution.kind, institution.region, institution.status].filter(Boolean).join("; "), ". ",
          h("a", { href: `../data/${institution.page}` }, "Full page"), "."),
        ...(lookup.sortOf(id) === "treaties" ? [note(EFFECT)] : []),
        ...lists.map(([label, kind, found]) => partyBlock(label, kind, found, on, content)),
        ...(isProcess(id) ? recordBlocks(institution) : []),
        ...disagreementBlock(facts.disagreements.filter((each) => each[1] === id)),
      ],
    };
  };

  return { membersAndObservers, oneState, oneInstitution };
};
