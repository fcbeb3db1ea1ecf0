// Contrast of every piece of text with what is behind it, by WCAG 2, and of the borders of what can
// be used: how many were looked at, and those below AA. Colours are read from the browser, with
// every layer of background laid over the one below. Code is coloured by the theme and left out.
const LEFT_OUT = ".highlight, button:disabled, .headerlink, .mg-hidden, optgroup, option";
const CONTROLS = "#mg-form :is(input[type=text], select, button:enabled), #mg-form fieldset";
const DARK = matchMedia("(prefers-color-scheme: dark)").matches;

const parse = (text) => {
  const numbers = text.match(/[\d.]+/g).map(Number);
  return numbers.length < 4 ? [...numbers, 1] : numbers;
};
const over = (top, below) =>
  [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const light = (colour) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => sum + weight * linear(colour[at] / 255), 0);
const ratio = (one, other) => {
  const [darker, lighter] = [light(one), light(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};
const behind = (element) => {
  const layers = [];
  for (let each = element; each; each = each.parentElement)
    layers.unshift(parse(getComputedStyle(each).backgroundColor));
  return layers.reduce((below, top) => over(top, below), DARK ? [0, 0, 0, 1] : [255, 255, 255, 1]);
};
const against = (colour, element) => {
  const background = behind(element);
  return ratio(over(parse(colour), background), background);
};

const root = document.querySelector("#furo-main-content");
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
const low = [];
let seen = 0;
while (walker.nextNode()) {
  const [text, element] = [walker.currentNode.data.trim(), walker.currentNode.parentElement];
  if (!text || !element.checkVisibility() || element.closest(LEFT_OUT)) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const found = against(style.color, element);
  seen += 1;
  if (found < (large ? 3 : 4.5))
    low.push([element.tagName, element.className, found.toFixed(2), text.slice(0, 30)]);
}
for (const control of root.querySelectorAll(CONTROLS)) {
  if (!control.checkVisibility()) continue;
  const found = against(getComputedStyle(control).borderTopColor, control.parentElement);
  if (found < 3) low.push([control.tagName, "border", found.toFixed(2)]);
}
return [seen, low];
