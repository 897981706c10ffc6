type Value = string | number | boolean | undefined | ((event: Event) => void);
export type Child = Node | string | undefined | false | readonly Child[];

/**
 * An element with attributes, listeners ("onclick" with a function) and children. A text becomes a text node: what comes
 * out of an account never becomes markup, and an attribute never becomes script.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      if (typeof value !== "function") {
        throw new Error(`${name} must be a function`);
      }
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false && typeof value !== "function") {
      element.setAttribute(name, name === "href" ? linkable(String(value)) : value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child !== undefined && child !== false) {
      element.append(child as Node | string);
    }
  }
}

/** Only within the page, and to the web. */
function linkable(target: string): string {
  return /^(#|https:\/\/)/.test(target) ? target : "#/";
}
