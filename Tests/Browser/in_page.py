"""What is measured inside a page, as bodies of JavaScript functions."""

# What is wider than the window, each as a short description; empty where nothing is.
OVERFLOW = """
const root = document.documentElement;
const width = root.clientWidth;
const describe = e => e.tagName.toLowerCase() + [...e.classList].map(c => '.' + c).join('');
const scrolls = e => {
  for (let a = e; a && a !== root; a = a.parentElement)
    if (/auto|scroll/.test(getComputedStyle(a).overflowX)) return true;
  return false;
};
const wide = [];
if (root.scrollWidth > width) wide.push(`page ${root.scrollWidth} > ${width}`);
for (const e of document.body.querySelectorAll('*:not(.skip)')) {
  const box = e.getBoundingClientRect();
  if (box.width && (box.right > width + 1 || box.left < -1) && !scrolls(e))
    wide.push(`${describe(e)} ${Math.round(box.left)}..${Math.round(box.right)}`);
}
return wide.slice(0, 4);
"""

# The things that take part in Tab order, in the order of the page.
FOCUSABLE = """
window.focusables = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(e => e.getClientRects().length && e.checkVisibility({visibilityProperty: true}));
return focusables.map(e => e.outerHTML.slice(0, 80));
"""

# What has the focus now: its position among the above, and whether the reader can see that it has it.
FOCUS = """
const e = document.activeElement;
const style = getComputedStyle(e);
const box = e.getBoundingClientRect();
const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
const filled = style.boxShadow !== 'none';
return {
  index: window.focusables.indexOf(e), html: e.outerHTML.slice(0, 80),
  marked: outlined || filled,
  inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
};
"""

# Targets smaller than 24 pixels that are no links within a line of text.
SMALL_TARGETS = """
const isInText = e => {
  if (getComputedStyle(e).display !== 'inline') return false;
  let block = e.parentElement;
  while (getComputedStyle(block).display === 'inline') block = block.parentElement;
  const text = [...block.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 1);
  return text || block.innerText.trim().length > e.innerText.trim().length + 3;
};
return [...document.querySelectorAll('a[href], button, input, summary')]
  .filter(e => e.getClientRects().length && !e.matches('.skip'))
  .filter(e => { const box = e.getBoundingClientRect(); return (box.height < 23.9 || box.width < 23.9) && !isInText(e); })
  .map(e => { const box = e.getBoundingClientRect();
    return `${e.outerHTML.slice(0, 90)} ${box.width.toFixed(1)} by ${box.height.toFixed(1)}`; });
"""

# By how much the text of the first element of a selector stands out from its background, from 1 to 21.
CONTRAST = """
const pixel = new OffscreenCanvas(1, 1).getContext('2d');
const luminance = colour => {
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const style = getComputedStyle(document.querySelector(arguments[0]));
const [dark, light] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => a - b);
return (light + 0.05) / (dark + 0.05);
"""

# Anything that moves.
MOTION = """
const moving = e => {
  const style = getComputedStyle(e);
  return style.transitionDuration.split(',').some(d => parseFloat(d) > 0) || style.animationName !== 'none';
};
return document.getAnimations().length
  + [...document.querySelectorAll('*')].filter(moving).length
  + (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? 1 : 0);
"""

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}, resultTypes: ['violations']})
  .then(result => done(result.violations.map(v =>
    `${v.id}: ${v.help}: ` + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).join(' | '))),
    error => done(['axe failed: ' + error]));
"""
