// Lets xterm.js work under a policy that allows no style inside a page: it fills <style> elements and sets style
// attributes; both become what the policy allows, rules and properties set by script.
// Import this before the terminal.

const plainElement = Document.prototype.createElement;
const plainAttribute = Element.prototype.setAttribute;
const ADOPTS = "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;

Document.prototype.createElement = function createElement(name, options) {
  return typeof name === "string" && name.toLowerCase() === "style"
    ? styleElement(this)
    : plainElement.call(this, name, options);
};

Element.prototype.setAttribute = function setAttribute(name, value) {
  if (name === "style" && this.style) {
    this.style.cssText = value;
  } else {
    plainAttribute.call(this, name, value);
  }
};

function styleElement(owner) {
  const element = plainElement.call(owner, "template");
  const fill = ADOPTS ? adopted(owner) : inserted(owner);
  let text = "";
  Object.defineProperty(element, "textContent", { get: () => text, set: (value) => fill((text = String(value))) });
  const remove = element.remove.bind(element);
  element.remove = () => {
    fill("");
    remove();
  };
  return element;
}

function adopted(owner) {
  const sheet = new CSSStyleSheet();
  owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
  return (text) => sheet.replaceSync(text);
}

// For browsers that can't adopt sheets (Safari before 16.4): the rules go into the sheet of the terminal.
function inserted(owner) {
  const { sheet } = owner.getElementById("terminal-styles");
  let mine = [];
  return (text) => {
    for (const rule of mine) {
      const at = Array.prototype.indexOf.call(sheet.cssRules, rule);
      if (at >= 0) {
        sheet.deleteRule(at);
      }
    }
    mine = rulesOf(text).map((rule) => sheet.cssRules[sheet.insertRule(rule, sheet.cssRules.length)]);
  };
}

function rulesOf(text) {
  const rules = [];
  let depth = 0;
  let begun = 0;
  for (let at = 0; at < text.length; at += 1) {
    depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
    if (text[at] === "}" && depth === 0) {
      rules.push(text.slice(begun, at + 1));
      begun = at + 1;
    }
  }
  return rules;
}
