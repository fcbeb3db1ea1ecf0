// Type to find: a text field with a list of suggestions under it, for keyboard and screen reader
// (the pattern “combobox” of ARIA 1.2). Names match in any spelling that the facts have.
"use strict";

globalThis.migrationgovFinder = (facts, parts) => {
  const { h } = parts;
  const MOST = 12;

  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // How well a spelling answers what is typed: 0 is best, 4 is not at all.
  const distance = (key, typed) => {
    if (key === typed) return 0;
    if (key.startsWith(typed)) return 1;
    if (key.includes(` ${typed}`)) return 2;
    return typed.length > 2 && key.includes(typed) ? 3 : 4;
  };

  // Every word of what is typed begins a word of the name.
  const hasWords = (key, typed) => typed.split(" ").every((word) => ` ${key}`.includes(` ${word}`));

  const indexed = (choices) => choices.map((choice) => {
    const names = (facts.spellings[choice.id] ?? choice.name).split("|");
    return { ...choice, names: [choice.name, choice.code, choice.id, ...names].filter(Boolean).map((name) => [fold(name), name]) };
  });

  const best = ({ names }, typed) => {
    let found = [4, ""];
    for (const [key, name] of names) {
      const far = Math.min(distance(key, typed), hasWords(key, typed) ? 2.5 : 4);
      if (far < found[0]) found = [far, name];
    }
    return found;
  };

  // The choices in the order of their fit; all of them, in their own order, if nothing is typed.
  const matches = (index, text) => {
    const typed = fold(text);
    if (!typed) return index.map((choice) => ({ ...choice, by: "", far: 0 }));
    const found = index.map((choice, at) => [...best(choice, typed), at, choice]).filter(([far]) => far < 4);
    found.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
    return found.map(([far, by, , choice]) => ({ ...choice, by, far }));
  };
  const shownOf = (text, found) => (fold(text) ? found.slice(0, MOST) : found);

  // What a text may mean: the choices that have this very spelling, or else all that it fits. Only
  // one is an answer: a spelling that two choices share names neither.
  const meant = (index, text) => {
    const found = matches(index, text);
    const exact = found.filter(({ far }) => far === 0);
    return exact.length ? exact : found;
  };

  // 2 states; 8 treaties or processes.
  const plural = (noun) => `${noun.replace(/y$/, "ie").replace(/ss$/, "sse")}s`;
  const number = (found) => `${found.length} ${[...new Set(found.map(({ sort }) => plural(sort || "state")))].join(" or ")}`;
  const toChoose = (text, found) => {
    const few = found.length < 4 ? ` (${found.map(({ name }) => name).join("; ")})` : "";
    return `“${text}” may be ${number(found)}: choose one${few}${found.length > MOST ? ", or write more of the name" : ""}.`;
  };

  // Make a field a finder. choices: [{id, name, code, sort}]; choose(id) is called with "" for an
  // emptied field, if that may be.
  const finder = (input, box, choices, choose, { empties = false, error } = {}) => {
    let [index, shown, active, now] = [null, [], -1, ""];

    const known = () => (index ??= indexed(choices)); // made when a reader types: the first answer comes first
    const nameOf = (id) => choices.find((choice) => choice.id === id)?.name ?? "";

    const close = () => {
      box.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const point = (at) => {
      box.children[active]?.setAttribute("aria-selected", "false");
      active = at;
      const option = box.children[active];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const option = (choice, at) => {
      const also = choice.by && fold(choice.by) !== fold(choice.name) ? choice.by : (choice.code ?? "");
      return h("li", { id: `${box.id}-${at}`, role: "option", "aria-selected": "false", "data-id": choice.id },
        h("span", {}, choice.name), h("span", { class: "mg-also" }, [also, choice.sort].filter(Boolean).join(", ")));
    };

    const open = (text, found) => {
      shown = shownOf(text, found ?? matches(known(), text));
      box.classList.toggle("mg-undecided", Boolean(found));
      box.replaceChildren(...shown.map(option));
      box.hidden = !shown.length;
      active = -1;
      input.setAttribute("aria-expanded", String(!box.hidden));
      input.removeAttribute("aria-activedescendant");
    };

    const complain = (text) => {
      input.toggleAttribute("data-wrong", Boolean(text));
      input.setAttribute("aria-invalid", String(Boolean(text)));
      if (error) error.textContent = text;
    };

    const set = (id) => {
      now = id;
      input.value = nameOf(id);
      if (!input.hasAttribute("data-wrong")) return;
      complain("");
      close();
    };

    const take = (id) => {
      set(id);
      close();
      choose(id);
    };

    // Take what is typed if it can mean one choice only; else it stays, for a reader to correct or
    // to choose from the list.
    const settle = () => {
      const found = meant(known(), input.value);
      if (found.length === 1) return take(found[0].id);
      if (found.length) open(input.value, found);
      complain(found.length ? toChoose(input.value, found) : `Nothing here has a name like “${input.value}”.`);
    };

    const enter = () => {
      if (!input.value.trim()) return empties ? take("") : close();
      if (!box.hidden && active >= 0) return take(shown[active].id);
      return fold(input.value) === fold(nameOf(now)) ? take(now) : settle();
    };

    const KEYS = {
      ArrowDown: () => (box.hidden ? open(input.value === nameOf(now) ? "" : input.value) : point((active + 1) % shown.length)),
      ArrowUp: () => !box.hidden && point((active + shown.length - (active < 0 ? 0 : 1)) % shown.length),
      Enter: enter,
      Escape: () => (box.hidden ? set(now) : close()),
    };
    input.addEventListener("keydown", (event) => {
      if (!KEYS[event.key]) return;
      event.preventDefault();
      KEYS[event.key]();
    });
    input.addEventListener("input", () => open(input.value));
    input.addEventListener("focus", () => input.select());
    // The first click chooses the whole name, so that typing replaces it.
    input.addEventListener("click", () => {
      if (!box.hidden) return;
      input.select();
      open("");
    });
    input.addEventListener("blur", () => {
      close();
      const typed = fold(input.value);
      if (!typed && empties) return now && take("");
      if (!typed || typed === fold(nameOf(now))) return set(now);
      settle();
    });
    // Before the field loses the focus.
    box.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-id]");
      if (chosen) take(chosen.dataset.id);
    });
    // A question about something else leaves what is typed here and not decided.
    return { set: (id) => id === now && input.hasAttribute("data-wrong") ? undefined : set(id) };
  };

  return { finder, search: (choices, text) => shownOf(text, matches(indexed(choices), text)) };
};
