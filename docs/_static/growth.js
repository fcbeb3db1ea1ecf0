// How many members an institution had over time: a line of certain and listed members, a band up to
// the possible ones, and a cursor. drawGrowth(element, [[day, certain, listed, possible]], day,
// choose) draws, and later redraws, a curve; days are ISO dates, numbers hold until the next day.
// A first point without numbers, [day], begins a gap: no number is known there, and none is drawn.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const [LEFT, RIGHT, TOP, BOTTOM] = [34, 10, 10, 24];
  const DAY = 86400000;
  const curves = new WeakMap();

  const make = (name, attributes, parent) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
  const sure = ([, certain, listed]) => certain + listed;

  // The first of 1, 2, 5, 10, 20, ... of which not too many fit.
  const step = (range, most) => {
    for (let size = 1; ; size *= 10)
      for (const each of [1, 2, 5]) if (range / (size * each) <= most) return size * each;
  };

  class Growth {
    constructor(element) {
      this.element = element;
      element.classList.add("mg-growth");
      new ResizeObserver(() => this.resize()).observe(element);
    }

    resize() {
      if (this.element.clientWidth && this.element.clientWidth !== this.width) this.whole();
    }

    draw(points, day, choose) {
      Object.assign(this, { day, choose });
      const last = points.length ? points[points.length - 1][0] : day;
      const until = last > day ? last : day;
      if (points === this.points && this.svg && until <= this.until) return this.point();
      Object.assign(this, { points, until });
      this.whole();
    }

    // Everything: the window or the numbers have changed.
    whole() {
      this.width = Math.max(this.element.clientWidth, 240);
      this.height = Math.round(Math.min(300, Math.max(180, this.width * 0.52)));
      const [first] = this.points[0] ?? [this.day];
      this.from = time(first);
      this.to = Math.max(time(this.until), this.from + 365 * DAY);
      this.counted = this.points.filter((each) => each.length > 1);
      this.most = Math.max(4, ...this.counted.map((each) => sure(each) + each[3])) * 1.06;
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`);
      svg.setAttribute("role", "img");
      svg.addEventListener("click", (event) => this.click(event));
      this.svg = svg;
      this.axes();
      if (this.counted.length) this.lines();
      this.now = make("path", { class: "mg-now" }, svg);
      this.dot = make("circle", { class: "mg-point", r: 5 }, svg);
      this.point();
      this.element.replaceChildren(svg);
    }

    x(at) {
      return LEFT + ((at - this.from) / (this.to - this.from)) * (this.width - LEFT - RIGHT);
    }

    y(number) {
      const base = this.height - BOTTOM;
      return base - (number / this.most) * (base - TOP);
    }

    axes() {
      const right = this.width - RIGHT;
      const by = step(this.most, 5);
      for (let number = 0; number <= this.most; number += by) {
        const y = this.y(number);
        make("path", { class: "mg-grid", d: `M${LEFT} ${y}H${right}` }, this.svg);
        make("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, this.svg).textContent = number;
      }
      const [first, last] = [new Date(this.from).getUTCFullYear(), new Date(this.to).getUTCFullYear()];
      const years = step(last - first || 1, Math.max(2, Math.floor(this.width / 58)));
      for (let year = Math.ceil(first / years) * years; year <= last; year += years) {
        const x = this.x(Date.UTC(year, 0, 1));
        if (x < LEFT || x > right - 10) continue;
        make("path", { class: "mg-grid", d: `M${x} ${this.height - BOTTOM}v5` }, this.svg);
        make("text", { x, y: this.height - 6, "text-anchor": "middle" }, this.svg).textContent = year;
      }
    }

    lines() {
      const base = this.steps(sure);
      const upper = this.steps((each) => sure(each) + each[3]);
      const band = [...upper, ...base.slice().reverse()];
      const path = (corners) => `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
      make("path", { class: "mg-band", d: `${path(band)}Z` }, this.svg);
      make("path", { class: "mg-line", d: path(base) }, this.svg);
    }

    // The corners of a line that stays level until the next point.
    steps(number) {
      const corners = [];
      for (const each of this.counted) {
        const x = this.x(time(each[0]));
        if (corners.length) corners.push([x, corners[corners.length - 1][1]]);
        corners.push([x, this.y(number(each))]);
      }
      corners.push([this.x(this.to), corners[corners.length - 1][1]]);
      return corners;
    }

    // The cursor, and the numbers of its day as the name of the picture.
    point() {
      const known = this.counted.findLast(([day]) => day <= this.day);
      const silent = !known && this.counted.length < this.points.length;
      const here = known ?? [this.day, 0, 0, 0];
      const x = this.x(Math.min(Math.max(time(this.day), this.from), this.to));
      this.now.setAttribute("d", `M${x} ${TOP}V${this.height - BOTTOM}`);
      this.dot.setAttribute("display", silent ? "none" : "inline");
      this.dot.setAttribute("cx", x);
      this.dot.setAttribute("cy", this.y(sure(here)));
      const [, certain, listed, possible] = here;
      const numbers = silent ? "not known, no long list yet" : `${certain} certain, ${listed} listed, ${possible} possible`;
      this.svg.setAttribute("aria-label", `Number over time. On ${this.day}: ${numbers}`);
    }

    click(event) {
      const box = this.svg.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * this.width;
      const share = Math.min(1, Math.max(0, (x - LEFT) / (this.width - LEFT - RIGHT)));
      const at = this.from + share * (this.to - this.from);
      this.choose?.(new Date(Math.round(at / DAY) * DAY).toISOString().slice(0, 10));
    }
  }

  window.drawGrowth = (element, points, day, choose) => {
    if (!curves.has(element)) curves.set(element, new Growth(element));
    curves.get(element).draw(points, day, choose);
  };
})();
