// The disagreements of the front page, one at a time; without this script all of them are there.
"use strict";

(() => {
  const steps = document.getElementById("mg-doubt-steps");
  if (!steps) return;
  const all = [...document.querySelectorAll("#mg-doubts > .mg-doubt")];
  const place = document.getElementById("mg-doubt-place");
  let at = 0;
  const turn = (by) => {
    at = (at + by + all.length) % all.length;
    all.forEach((each, number) => { each.hidden = number !== at; });
    place.textContent = `${at + 1} of ${all.length}`;
  };
  document.getElementById("mg-doubt-before").addEventListener("click", () => turn(-1));
  document.getElementById("mg-doubt-next").addEventListener("click", () => turn(1));
  steps.hidden = all.length < 2;
  turn(0);
})();
