// The records of the explorer as tables: transitions, terms, lists, rival values.
"use strict";

globalThis.migrationgovRecords = (facts, lookup, parts, words) => {
  const { h, block, note, table, partyLink, foldedSources, sourcesCell } = parts;
  const { spaced } = words;
  const register = facts.register;

  // A transition is [kind, date, first day, citations, note, derived, predecessor]; empty values at
  // the end are left out.
  const dateAndBasis = (transition) => transition[1] + (transition[5] ? " (our conclusion)" : "");

  const transitionName = (transition, party) => {
    if (transition[0] !== "succeeded") return spaced(transition[0]);
    const predecessor = transition[6];
    return predecessor === party
      ? "membership passed to a successor"
      : `took over the membership of ${parts.nameOf(predecessor)}`;
  };

  const transitionRows = (party, transitions) =>
    transitions.map((each) => [transitionName(each, party), dateAndBasis(each), sourcesCell(each[3]), each[4]]);

  const transitionTable = (party, transitions) =>
    table(`Transitions of ${parts.nameOf(party)}`, ["Transition", "Date", "Sources", "Note"], transitionRows(party, transitions));

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

  const disagreementBlock = (disagreements) => {
    if (!disagreements.length) return [];
    const tables = disagreements.map(([party, , field, claims, preferred, reason]) => {
      const caption = `${parts.nameOf(party)}: ${spaced(field)}`;
      const rows = claims.map(([value, places]) => [value, parts.sources(places)]);
      return h("div", { class: "mg-rivals" }, h("h4", {}, caption), table(caption, ["Value", "Sources"], rows),
        note(`Value used: ${preferred || "none"}. ${reason}`));
    });
    return [block("Where sources disagree", ...tables)];
  };

  // All records of a process that name a party, whatever they say of the day.
  const recordsNaming = (institution, party) => {
    const lists = institution.lists.flatMap(([asOf, , , places, roles]) =>
      roles.filter(([, , , names]) => names.split(" ").some((name) => name.replace("?", "") === party))
        .map(([role, kind]) => [`list of ${asOf}: ${spaced(role)}, ${KINDS[kind]}`, places]));
    const terms = institution.terms.filter(([, holder]) => holder === party).map(([role, , start, end, , places]) => [
      `term from ${start} to ${end || ".."}: ${spaced(role)}`, places]);
    const transitions = (institution.transitions[party] ?? []).map((each) => [
      `${transitionName(each, party)} ${each[1]}`, each[3]]);
    return [...transitions, ...lists, ...terms];
  };

  // The page of an organization or a treaty has its records; here is what the reading rests on.
  const recordsBehind = (evidence) => evidence.map(({ text, cited }) => [text, cited]);

  const transitionBlock = (institution) => {
    const rows = Object.entries(institution.transitions)
      .flatMap(([party, transitions]) => transitionRows(party, transitions).map((row) => [partyLink(party), ...row]));
    const columns = ["State or organization", "Transition", "Date", "Sources", "Note"];
    return rows.length ? [block("Entries and exits", table("Entries and exits", columns, rows))] : [];
  };

  const termBlock = (institution) => {
    if (!institution.terms.length) return [];
    const rows = institution.terms.map(([role, party, start, end, text, places]) => [
      spaced(role), partyLink(party), start, end || "no end known", sourcesCell(places), text,
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
      asOf, spaced(role), KINDS[kind], total === null ? "" : String(total),
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

  return { transitionName, transitionTable, spellBlock, attestationBlock, disagreementBlock, recordsNaming, recordsBehind, recordBlocks };
};
