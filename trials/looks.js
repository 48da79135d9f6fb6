// What a trial sees of a page. Put into every page from outside, so its policy stays strict.
window.eyes = (() => {
  const named = element => {
    const name = element.tagName.toLowerCase() + (element.id ? "#" + element.id : "");
    return [name, ...element.classList].join(".");
  };
  const lasting = () => document.getAnimations().forEach(each => each.finish());

  // What is there for ears only: no larger than a dot, or cut off on purpose.
  const isForEars = element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return box.width <= 2 || box.height <= 2
      || style.position === "absolute" && (style.clip !== "auto" || style.clipPath !== "none");
  };

  // Every element with a text of its own that can be seen.
  const withText = () => [...document.body.querySelectorAll("*")].filter(element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !isForEars(element));

  const paper = element => {
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.backgroundImage !== "none") return named(each) + style.backgroundImage;
      if (!/, 0\)$|transparent/.test(style.backgroundColor)) return style.backgroundColor;
    }
    return "none";
  };

  const texts = () => {
    lasting();
    const found = new Set();
    for (const element of withText()) {
      const style = getComputedStyle(element);
      const around = element.tagName === "A" ? getComputedStyle(element.parentElement).color : "";
      found.add([style.color, paper(element), style.fontSize, style.fontWeight,
        style.textDecorationLine, style.opacity, around].join("|"));
    }
    return [...found];
  };

  const axe = async rules => {
    lasting();
    const options = rules ? {runOnly: {type: "rule", values: rules}} : {};
    const {violations} = await window.axe.run({...options, resultTypes: ["violations"]});
    return violations.map(each =>
      `${each.id}: ${each.nodes.map(node => node.target).join(" ")}`);
  };

  const overflow = () => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth
      ? [`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth}`] : [];
  };

  // Text that its box cuts off.
  const cutOff = () => withText().filter(element => {
    const style = getComputedStyle(element);
    const cuts = way => ["hidden", "clip"].includes(way);
    return (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  }).map(element => `cuts text off: ${named(element)}`);

  // WCAG 1.4.12, and 1.4.4 as a browser that doubles the text only.
  const SHEETS = {
    "text spacing": `* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important } p { margin-bottom: 2em !important }`,
    "200 % text": ":root { font-size: 200% !important }",
  };

  const stretched = look => {
    const before = new Map(withText().map(each =>
      [each, parseFloat(getComputedStyle(each).fontSize)]));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEETS[look]);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    lasting();
    const small = look !== "200 % text" ? [] : [...before].filter(([each, size]) =>
      !each.closest("svg") && parseFloat(getComputedStyle(each).fontSize) < 1.9 * size);
    const found = [...overflow(), ...cutOff(),
      ...new Set(small.map(([each]) => `does not grow: ${named(each)}`))];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
    return found;
  };

  return {axe, texts, overflow, stretched};
})();
