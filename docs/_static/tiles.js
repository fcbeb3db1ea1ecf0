// The world as tiles: the shape of a tile tells a role, its filling the grade (see marks.css).
// drawTiles(element, [{code, name, role, grade}], choose) draws, and later redraws, a map; a tile may
// have a word of its own for its role ("party" for a square). Tiles without a place in the world
// stand at the bottom left if they have a role.
// markOf(role, grade) returns one such mark as an element, for legends and lists.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SQUARE = ["M.4.4h9.2v9.2H.4z", "M.4 6.2h9.2v3.4H.4z"];
  const CIRCLE = ["M5 .2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 1 1 0-9.6z", "M.36 6.2h9.28a4.8 4.8 0 0 1-9.28 0z"];
  const HEXAGON = ["M.1 5 2.5.5h5L9.9 5 7.5 9.5h-5z", "M.74 6.2h8.52L7.5 9.5h-5z"];
  const SHAPES = { member: SQUARE, observer: CIRCLE, participant: HEXAGON };
  const NONE = { "": "not a member", unknown: "unknown" };
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const OTHERS = 11; // tiles in a row of those without a place
  const maps = new WeakMap();

  const make = (name, attributes, parent) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (parent) parent.append(element);
    return element;
  };

  const shapesOf = (role) => SHAPES[role] ?? SQUARE;

  const wordsOf = ({ name, role, grade, word }) =>
    `${name}: ${role && grade !== "none" ? `${word ?? role}, ${grade}` : (word ?? NONE[grade] ?? NONE[""])}`;

  // The same parts as a tile, as an element of its own.
  window.markOf = (role, grade) => {
    const [outline, level] = shapesOf(role);
    const svg = make("svg", { class: "mg-mark mg-glyph", "data-role": role, "data-grade": grade, viewBox: "0 0 10 10", "aria-hidden": "true" });
    make("path", { class: "mg-shape", d: outline }, svg);
    make("path", { class: "mg-level", d: level }, svg);
    make("circle", { class: "mg-dot", cx: 5, cy: 5, r: 1.6 }, svg);
    return svg;
  };

  class Tiles {
    constructor(element) {
      this.places = window.TILE_PLACES;
      const all = Object.values(this.places);
      this.columns = Math.max(...all.map(([column]) => column)) + 1;
      this.rows = Math.max(...all.map(([, row]) => row)) + 1;
      this.marks = new Map();
      this.svg = make("svg", { class: "mg-tiles", role: "group", "aria-label": "World map of tiles: the arrow keys move, Enter chooses" });
      this.others = make("text", { class: "mg-others", x: 1, y: (this.rows - 3) * 10 - 1.5 }, this.svg);
      this.said = document.createElement("p");
      this.said.className = "mg-tile-name";
      this.said.setAttribute("aria-hidden", "true"); // each tile has this text as its name
      element.replaceChildren(this.svg, this.said);
      this.listen(element);
    }

    listen(element) {
      const tile = (event) => event.target.closest("g.mg-mark");
      // On the parent: a listener for focus would make the drawing itself a stop of the Tab key.
      for (const kind of ["pointerover", "focusin"])
        element.addEventListener(kind, (event) => this.say(tile(event)));
      element.addEventListener("pointerleave", () => this.say(this.chosen));
      element.addEventListener("click", (event) => this.choose(tile(event)));
      element.addEventListener("keydown", (event) => this.press(event, tile(event)));
    }

    say(mark) {
      this.shown = mark;
      this.said.textContent = mark?.getAttribute("aria-label") ?? "";
    }

    choose(mark) {
      if (!mark) return;
      this.chosen?.classList.remove("mg-chosen");
      this.chosen = mark;
      mark.classList.add("mg-chosen");
      this.stop(mark);
      this.say(mark);
      this.chosenBy?.(mark.dataset.code);
    }

    press(event, mark) {
      if (!mark) return;
      if (event.key === "Enter" || event.key === " ") this.choose(mark);
      else if (STEPS[event.key]) this.move(mark, STEPS[event.key]);
      else return;
      event.preventDefault();
    }

    // To the nearest tile in the direction of the key; what lies aside counts three times.
    move(mark, [across, down]) {
      const from = this.marks.get(mark.dataset.code);
      let [best, least] = [null, Infinity];
      for (const other of this.marks.values()) {
        const [x, y] = [other.place[0] - from.place[0], other.place[1] - from.place[1]];
        const ahead = x * across + y * down;
        const far = ahead + 3 * Math.abs(x * down + y * across);
        if (ahead > 0 && !other.hidden && far < least) [best, least] = [other.mark, far];
      }
      if (!best) return;
      this.stop(best);
      best.focus();
    }

    // One tile is the stop of the Tab key.
    stop(mark) {
      this.at?.setAttribute("tabindex", "-1");
      mark.setAttribute("tabindex", "0");
      this.at = mark;
    }

    draw(tiles, choose) {
      this.chosenBy = choose;
      const drawn = new Set();
      let placeless = 0;
      for (const tile of tiles) {
        const known = this.places[tile.code];
        if (!known && (!tile.role || tile.grade === "none")) continue;
        const place = known ?? [placeless % OTHERS, this.rows - 3 + Math.floor(placeless++ / OTHERS)];
        drawn.add(tile.code);
        this.update(this.marks.get(tile.code) ?? this.add(tile.code), tile, place);
      }
      for (const [code, each] of this.marks) this.hide(each, !drawn.has(code));
      const rows = Math.max(this.rows, this.rows - 3 + Math.ceil(placeless / OTHERS));
      this.svg.setAttribute("viewBox", `0 0 ${this.columns * 10} ${rows * 10}`);
      this.others.textContent = placeless ? "Without a place in the grid" : "";
      if (!this.at || this.at.hasAttribute("hidden")) this.restart();
      if (this.shown) this.say(this.shown.hasAttribute("hidden") ? null : this.shown);
    }

    restart() {
      for (const each of this.marks.values()) if (!each.hidden) return this.stop(each.mark);
    }

    add(code) {
      const mark = make("g", { class: "mg-mark", role: "button", tabindex: "-1", "data-code": code }, this.svg);
      const outline = make("path", { class: "mg-shape" }, mark);
      const level = make("path", { class: "mg-level" }, mark);
      make("circle", { class: "mg-dot", cx: 5, cy: 7.2, r: 1.1 }, mark);
      const small = code.length > 3 ? { class: "mg-long-code" } : {};
      make("text", { x: 5, y: 6.3, ...small }, mark).textContent = code;
      const each = { mark, outline, level, place: [0, 0], hidden: false, now: "" };
      this.marks.set(code, each);
      return each;
    }

    update(each, tile, place) {
      const words = wordsOf(tile);
      const now = `${words} ${place}`;
      if (each.now === now) return;
      Object.assign(each, { now, place });
      const [outline, level] = shapesOf(tile.role);
      each.outline.setAttribute("d", outline);
      each.level.setAttribute("d", level);
      each.mark.dataset.role = tile.role;
      each.mark.dataset.grade = tile.grade;
      each.mark.setAttribute("aria-label", words);
      each.mark.setAttribute("transform", `translate(${place[0] * 10} ${place[1] * 10})`);
    }

    hide(each, hidden) {
      if (each.hidden === hidden) return;
      each.hidden = hidden;
      each.mark.toggleAttribute("hidden", hidden);
      each.mark.style.display = hidden ? "none" : "";
    }
  }

  window.drawTiles = (element, tiles, choose) => {
    if (!maps.has(element)) maps.set(element, new Tiles(element));
    maps.get(element).draw(tiles, choose);
  };
})();
