// The three answers of the explorer: everybody on a date, one state or body, one process.
"use strict";

globalThis.migrationgovViews = (facts, lookup, parts) => {
  const { h, block, note, table, partyList, partyLink, processLink, sourcesCell, tally } = parts;
  const register = facts.register;
  const words = (text) => text.replaceAll("-", " ");
  const SEVERAL = { member: "Members", observer: "Observers", partner: "Partners", participant: "Participants" };
  const title = (role) => SEVERAL[role] ?? words(role[0].toUpperCase() + role.slice(1));

  const during = (when) => `${when.first === when.last ? "on" : "in"} ${when.text}`;

  const sortedByName = (codes) =>
    [...codes].sort((a, b) => parts.nameOf(a).localeCompare(parts.nameOf(b), "en"));

  const dateAndBasis = (step) => step[1] + (step[4] ? " (concluded)" : "");

  const stepName = (step, who) => {
    if (step[0] !== "succeeded") return words(step[0]);
    const [holder, heir] = [step[7], step[7] === who];
    return heir ? "seat passed to a successor" : `succeeded to the seat of ${parts.nameOf(holder)}`;
  };

  const stepRows = (who, steps) =>
    steps.map((step) => [stepName(step, who), dateAndBasis(step), sourcesCell(step[6]), step[5]]);

  const stepTable = (who, steps) =>
    table(`Steps of ${parts.nameOf(who)}`, ["Step", "Date", "Sources", "Note"], stepRows(who, steps));

  const warning = (of, when) => {
    const text = when ? lookup.coverage(of, when) : "";
    return text ? [note(text, "mg-warning")] : [];
  };

  // -- everybody on a date -----------------------------------------------------------------------

  const evidenceOf = (who, when) => () => {
    const steps = (register.steps[who] ?? []).filter((step) => step[2] <= when.last);
    const link = h("p", {}, partyLink(who, when), ": whole history");
    return steps.length ? [stepTable(who, steps), link] : [link];
  };

  const rollList = (what, sides, when) => {
    const sorted = { certain: sortedByName(sides.certain), possible: sortedByName(sides.possible) };
    const list = partyList(what, sorted, (who) => [
      parts.foldedLater([parts.nameOf(who)], evidenceOf(who, when)),
    ]);
    list.dataset.roll = what;
    return list;
  };

  const rollBlock = (title, what, sides, when, told) =>
    block(`${title}: ${tally(sides)}`, note(told), rollList(what, sides, when));

  const split = (sides, wanted) => {
    const kept = (codes) => codes.filter((who) => lookup.isBody(who) === wanted);
    return { certain: kept(sides.certain), possible: kept(sides.possible) };
  };

  const everybody = (when) => {
    const [members, observers] = [lookup.roll("m", when), lookup.roll("o", when)];
    const [states, bodies] = [split(observers, false), split(observers, true)];
    const from = register.observersKnownFrom[0];
    const known = `from ${register.from[0]} to ${register.until[0]}`;
    const toldOfMembers = register.complete
      ? lookup.coverage(register, when)
        ? `The list is complete ${known}; what happened before or after is not known.`
        : "The list is complete: a state that is not on it was not a member."
      : "The list is not complete: of a state that is not on it, nothing is known.";
    const toldOfStates = lookup.listsObservers(when)
      ? "The list is complete: a state that is not on it was not an observer."
      : `Complete lists of observer states are known from ${from} on. Of a state that is not on this list it is not known whether it was an observer.`;
    const toldOfBodies = "Bodies are recorded only where a source names them; of any other it is not known.";
    return {
      heading: `Members and observers of IOM ${during(when)}`,
      summary: `Members: ${tally(members)}. Observer states: ${tally(states)}. Observer bodies: ${tally(bodies)}.`,
      content: [
        ...warning(register, when),
        rollBlock("Members", "members", members, when, toldOfMembers),
        rollBlock("Observer states", "observer states", states, when, toldOfStates),
        rollBlock("Observer bodies", "observer bodies", bodies, when, toldOfBodies),
      ],
    };
  };

  // -- one state or body -------------------------------------------------------------------------

  const spellBlock = (who) => {
    const rows = (register.spells[who] ?? []).map(([status, start, end, before, after]) => [
      status + (before ? `, on the seat of ${parts.nameOf(before)}` : ""),
      start,
      (end || "no end known") + (after ? `, then ${parts.nameOf(after)}` : ""),
    ]);
    const none = note("No spell of it is recorded.");
    const told = table("Spells in IOM", ["Status", "First day", "Last day"], rows);
    return block("Spells in IOM", rows.length ? told : none);
  };

  const shownBlock = (who) => {
    const rows = (register.shown[who] ?? []).map(([status, date, told, places]) => [
      status, date, sourcesCell(places), told,
    ]);
    if (!rows.length) return [];
    return [block("Shown by sources", table("Shown by sources", ["As", "Date", "Sources", "Note"], rows))];
  };

  const evidenceCell = (process, places) => {
    const told = places.map((place) => facts.processes[process].evidence[place]);
    const cited = [...new Set(told.flatMap((each) => each[1]))];
    const by = [...new Set(told.flatMap((each) => each[0]))].join("; ");
    return h("div", {}, by, sourcesCell(cited));
  };

  const processRows = (who, when) =>
    lookup.processesOf(who, when).map((each) => [
      processLink(each.process, when),
      words(each.role),
      each.certain ? "certain" : "possible",
      evidenceCell(each.process, each.evidence),
    ]);

  const processBlock = (who, when) => {
    const rows = processRows(who, when);
    const caption = when ? `Processes ${during(when)}` : "Processes, each by its latest evidence";
    const told = note("Lists of processes are often incomplete: absence here is not “no”.");
    const columns = ["Process", "Role", "Answer", "By lists or terms of"];
    return block(caption, told, rows.length ? table(caption, columns, rows) : note("None is recorded."));
  };

  const rivalBlock = (rivals) => {
    if (!rivals.length) return [];
    const shown = rivals.map(([subject, , field, claims, preferred, reason]) =>
      h("div", { class: "mg-rivals" }, h("h4", {}, `${parts.nameOf(subject)}: ${words(field)}`),
        table(`${parts.nameOf(subject)}: ${words(field)}`, ["Value", "Sources"],
          claims.map(([value, places]) => [value, parts.sources(places)])),
        note(`Used: ${preferred || "none"}. ${reason}`)));
    return [block("Where sources disagree", ...shown)];
  };

  const oneState = (who, when, page) => {
    const asked = when ?? lookup.oneDay(register.until[1]);
    const statuses = lookup.statusOn(who, asked);
    const member = lookup.isMember(who, asked);
    const observer = lookup.answer(statuses, "observer");
    const doubt = statuses.length > 1 ? " (possible)" : " (certain)";
    const steps = register.steps[who] ?? [];
    const rivals = facts.disagreements.filter((each) => each[0] === who && each[1] === register.id);
    const code = lookup.isBody(who) ? "" : ` (${who})`;
    return {
      heading: `${parts.nameOf(who)}${code}`,
      summary: `Status in IOM ${during(asked)}: ${statuses.join(" or ")}${doubt}. Member: ${member}. Observer: ${observer}.`,
      data: { statuses: statuses.join(" "), member, observer },
      content: [
        ...warning(register, asked),
        ...(page ? [h("p", {}, h("a", { href: page }, "All that is known of it"), ".")] : []),
        spellBlock(who),
        ...(steps.length ? [block("Steps", stepTable(who, steps))] : []),
        ...shownBlock(who),
        processBlock(who, when),
        ...rivalBlock(rivals),
      ],
    };
  };

  // -- one process -------------------------------------------------------------------------------

  const byName = (side) =>
    [...side].sort((a, b) => parts.nameOf(a.who).localeCompare(parts.nameOf(b.who), "en"));

  const roleBlock = (id, name, its, when) => {
    const sides = { certain: byName(its.certain), possible: byName(its.possible) };
    const told = its.complete
      ? "Complete: a state that is not named here has not this role."
      : "Not complete: of a state that is not named here it is not known.";
    const list = partyList(words(name), sides, (one) => [
      parts.foldedLater([parts.nameOf(one.who)], () => [
        evidenceCell(id, one.evidence),
        h("p", {}, partyLink(one.who, when), ": whole history"),
      ]),
    ]);
    list.dataset.role = name;
    list.dataset.complete = String(its.complete);
    return block(`${title(name)}: ${tally(its)}`, note(told), list);
  };

  const termBlock = (process) => {
    if (!process.terms.length) return [];
    const rows = process.terms.map(([role, who, start, end, told, places]) => [
      words(role), partyLink(who), start, end || "no end known", sourcesCell(places), told,
    ]);
    const columns = ["Role", "Held by", "First day", "Last day", "Sources", "Note"];
    return [block("Terms", table("Terms", columns, rows))];
  };

  const KINDS = {
    stated: "complete list", partial: "part of the list", attendance: "who attended",
    subset: "some of them", group: "a group",
  };

  const listNames = (names) =>
    names.split(" ").filter(Boolean).flatMap((name, place) => {
      const who = name.replace("?", "");
      return [place ? ", " : "", partyLink(who), name === who ? "" : " (doubted by the list)"];
    });

  const listRow = ([asOf, , told, places, lists]) =>
    lists.map(([role, kind, total, names]) => [
      asOf, words(role), KINDS[kind], total === null ? "" : String(total),
      h("span", {}, ...listNames(names)), sourcesCell(places), told,
    ]);

  const listBlock = (process) => {
    const number = process.lists.reduce((sum, each) => sum + each[4].length, 0);
    if (!number) return [block("Lists", note("No list of it could be read."))];
    const columns = ["As of", "Role", "What it is", "Number published", "Names", "Sources", "Note"];
    const all = () => [table("Lists, by date", columns, process.lists.flatMap(listRow))];
    return [block("Lists", parts.foldedLater([`All lists, by date (${number})`], all))];
  };

  const oneProcess = (id, when, page) => {
    const process = facts.processes[id];
    const { on, asOf, roles } = lookup.roster(id, when);
    const blocks = Object.entries(roles)
      .filter(([, its]) => its.certain.length + its.possible.length)
      .map(([name, its]) => roleBlock(id, name, its, when));
    const rests = asOf ? `by the complete list of ${asOf}` : "no complete list of members";
    const told = Object.entries(roles)
      .filter(([, its]) => its.certain.length + its.possible.length)
      .map(([name, its]) => `${title(name)}: ${tally(its)}.`);
    const said = told.join(" ") || "Nobody is named for it: who takes part is not known.";
    return {
      heading: process.name,
      summary: `Who takes part ${during(on)}, ${rests}. ${said}`,
      data: { asOf },
      content: [
        ...warning(process, when),
        h("p", {}, [process.kind, process.region, process.status].filter(Boolean).join("; "), ". ",
          h("a", { href: page }, "All that is known of it"), "."),
        ...blocks, ...termBlock(process), ...listBlock(process),
        ...rivalBlock(facts.disagreements.filter((each) => each[1] === id)),
      ],
    };
  };

  return { everybody, oneState, oneProcess };
};
