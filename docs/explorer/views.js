// The three answers of the explorer: all parties on a date, one state or organization, one process.
"use strict";

globalThis.migrationgovViews = (facts, lookup, parts) => {
  const { h, block, note, table, partyList, partyLink, processLink, sourcesCell, tally } = parts;
  const register = facts.register;
  const words = (text) => text.replaceAll("-", " ").replace("co chair", "co-chair");
  const PLURALS = { member: "Members", observer: "Observers", partner: "Partners", participant: "Participants" };
  const title = (role) => PLURALS[role] ?? words(role[0].toUpperCase() + role.slice(1));

  const during = (when) => `${when.first === when.last ? "on" : "in"} ${when.text}`;

  const sortedByName = (codes) =>
    [...codes].sort((a, b) => parts.nameOf(a).localeCompare(parts.nameOf(b), "en"));

  const dateAndBasis = (transition) => transition[1] + (transition[4] ? " (our conclusion)" : "");

  const transitionName = (transition, party) => {
    if (transition[0] !== "succeeded") return words(transition[0]);
    const predecessor = transition[7];
    return predecessor === party
      ? "membership passed to a successor"
      : `took over the membership of ${parts.nameOf(predecessor)}`;
  };

  const transitionRows = (party, transitions) =>
    transitions.map((each) => [transitionName(each, party), dateAndBasis(each), sourcesCell(each[6]), each[5]]);

  const transitionTable = (party, transitions) =>
    table(`Transitions of ${parts.nameOf(party)}`, ["Transition", "Date", "Sources", "Note"], transitionRows(party, transitions));

  const warning = (record, when) => {
    const text = when ? lookup.coverage(record, when) : "";
    return text ? [note(text, "mg-warning")] : [];
  };

  // -- all members and observers on a date --------------------------------------------------------

  const evidenceOf = (party, when) => () => {
    const transitions = (register.transitions[party] ?? []).filter((each) => each[2] <= when.last);
    const link = h("p", {}, partyLink(party, when), ": all records");
    return transitions.length ? [transitionTable(party, transitions), link] : [link];
  };

  const memberList = (name, found, when) => {
    const sorted = { certain: sortedByName(found.certain), possible: sortedByName(found.possible) };
    const list = partyList(name, sorted, (party) => [
      parts.foldedLater([parts.nameOf(party)], evidenceOf(party, when)),
    ]);
    list.dataset.list = name;
    return list;
  };

  const memberBlock = (heading, name, found, when, explanation) =>
    block(`${heading}: ${tally(found)}`, note(explanation), memberList(name, found, when));

  const ofKind = (found, organizations) => {
    const kept = (parties) => parties.filter((party) => lookup.isOrganization(party) === organizations);
    return { certain: kept(found.certain), possible: kept(found.possible) };
  };

  const membersExplained = (when) => {
    if (!register.complete) return "The list is not complete: a state that is not on it may be a member.";
    return lookup.coverage(register, when)
      ? `The list is complete from ${register.founded[0]} to ${register.until[0]}. Outside this period it is not known to be complete.`
      : "The list is complete: a state that is not on it was not a member.";
  };

  const observersExplained = (when) =>
    lookup.listsObservers(when)
      ? "The list is complete: a state that is not on it was not an observer."
      : `Complete lists of observer states begin in ${register.observersKnownFrom[0]}. A state that is not on this list may have been an observer.`;

  const organizationsExplained = (when) =>
    lookup.beforeFounding(when)
      ? "The list is complete: IOM was not yet founded."
      : "The list is not complete: an organization is recorded only where a source names it. Other organizations may have been observers.";

  const membersAndObservers = (when) => {
    const [members, observers] = [lookup.memberList("m", when), lookup.memberList("o", when)];
    const [states, organizations] = [ofKind(observers, false), ofKind(observers, true)];
    return {
      heading: `Members and observers of IOM ${during(when)}`,
      summary: `Members: ${tally(members)}. Observer states: ${tally(states)}. Observer organizations: ${tally(organizations)}.`,
      content: [
        ...warning(register, when),
        memberBlock("Members", "members", members, when, membersExplained(when)),
        memberBlock("Observer states", "observer states", states, when, observersExplained(when)),
        memberBlock("Observer organizations", "observer organizations", organizations, when, organizationsExplained(when)),
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

  const evidenceCell = (process, places) => {
    const evidence = places.map((place) => facts.processes[process].evidence[place]);
    const cited = [...new Set(evidence.flatMap((each) => each[1]))];
    const dates = [...new Set(evidence.flatMap((each) => each[0]))].join("; ");
    return h("div", {}, dates, sourcesCell(cited));
  };

  const processRows = (party, when) =>
    lookup.processesOf(party, when).map((each) => [
      processLink(each.process, when),
      words(each.role),
      each.certain ? "certain" : "possible",
      evidenceCell(each.process, each.evidence),
    ]);

  const processBlock = (party, when) => {
    const rows = processRows(party, when);
    const caption = when ? `Processes ${during(when)}` : "Processes, each on the day of its latest evidence";
    const explanation = note("Lists of processes are often incomplete. A process that is missing here does not mean “no”.");
    const columns = ["Process", "Role", "Answer", "Lists or terms of"];
    return block(caption, explanation, rows.length ? table(caption, columns, rows) : note("There is no record."));
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

  const statusText = (statuses) =>
    statuses.length === 1 ? statuses[0] : `not certain (may be ${statuses.join(" or ")})`;

  const oneState = (party, when, page) => {
    const day = when ?? lookup.oneDay(register.until[1]);
    const statuses = lookup.statusOn(party, day);
    const member = lookup.isMember(party, day);
    const observer = lookup.answer(statuses, "observer");
    const transitions = register.transitions[party] ?? [];
    const disagreements = facts.disagreements.filter((each) => each[0] === party && each[1] === register.id);
    const code = lookup.isOrganization(party) ? "" : ` (${party})`;
    return {
      heading: `${parts.nameOf(party)}${code}`,
      summary: `Status in IOM ${during(day)}: ${statusText(statuses)}. Member: ${member}. Observer: ${observer}.`,
      data: { statuses: statuses.join(" "), member, observer },
      content: [
        ...warning(register, day),
        ...(page ? [h("p", {}, h("a", { href: page }, "Full page"), ".")] : []),
        spellBlock(party),
        ...(transitions.length ? [block("Transitions", transitionTable(party, transitions))] : []),
        ...attestationBlock(party),
        processBlock(party, when),
        ...disagreementBlock(disagreements),
      ],
    };
  };

  // -- one process -------------------------------------------------------------------------------

  const byName = (participants) =>
    [...participants].sort((a, b) => parts.nameOf(a.party).localeCompare(parts.nameOf(b.party), "en"));

  const roleBlock = (id, name, participants, when) => {
    const sorted = { certain: byName(participants.certain), possible: byName(participants.possible) };
    const explanation = participants.complete
      ? "The list is complete: a state that is not on it does not have this role."
      : "The list is not complete: a state that is not on it may have this role.";
    const list = partyList(words(name), sorted, (each) => [
      parts.foldedLater([parts.nameOf(each.party)], () => [
        evidenceCell(id, each.evidence),
        h("p", {}, partyLink(each.party, when), ": all records"),
      ]),
    ]);
    list.dataset.role = name;
    list.dataset.complete = String(participants.complete);
    return block(`${title(name)}: ${tally(participants)}`, note(explanation), list);
  };

  const termBlock = (process) => {
    if (!process.terms.length) return [];
    const rows = process.terms.map(([role, party, start, end, text, places]) => [
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
    lists.map(([role, kind, total, names]) => [
      asOf, words(role), KINDS[kind], total === null ? "" : String(total),
      h("span", {}, ...listNames(names)), sourcesCell(places), text,
    ]);

  const listBlock = (process) => {
    const number = process.lists.reduce((sum, each) => sum + each[4].length, 0);
    if (!number) return [block("Lists", note("We could read no list of this process."))];
    const columns = ["As of", "Role", "Kind", "Published number", "Names", "Sources", "Note"];
    const all = () => [table("Lists, by date", columns, process.lists.flatMap(listRow))];
    return [block("Lists", parts.foldedLater([`All lists, by date (${number})`], all))];
  };

  const oneProcess = (id, when, page) => {
    const process = facts.processes[id];
    const { on, asOf, roles } = lookup.roster(id, when);
    const named = Object.entries(roles)
      .filter(([, participants]) => participants.certain.length + participants.possible.length);
    const basis = asOf ? `members by the complete list of ${asOf}` : "there is no complete list of members";
    const tallies = named.map(([name, participants]) => `${title(name)}: ${tally(participants)}.`).join(" ");
    const missing = "No source names a participant.";
    return {
      heading: process.name,
      summary: `Participants ${during(on)}; ${basis}. ${tallies || missing}`,
      data: { asOf },
      content: [
        ...warning(process, when),
        h("p", {}, [process.kind, process.region, process.status].filter(Boolean).join("; "), ". ",
          h("a", { href: page }, "Full page"), "."),
        ...named.map(([name, participants]) => roleBlock(id, name, participants, when)),
        ...termBlock(process), ...listBlock(process),
        ...disagreementBlock(facts.disagreements.filter((each) => each[1] === id)),
      ],
    };
  };

  return { membersAndObservers, oneState, oneProcess };
};
