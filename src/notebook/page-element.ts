/** The little of a page's element that explorers use; the project is compiled without the DOM's types. */
export interface PageElement {
  id: string;
  className: string;
  textContent: string | null;
  innerHTML: string;
  value: string;
  readonly classList: { contains(name: string): boolean };
  readonly previousElementSibling: PageElement | null;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  append(...nodes: readonly (PageElement | string)[]): void;
  prepend(...nodes: readonly (PageElement | string)[]): void;
  replaceWith(node: PageElement): void;
  querySelector(selector: string): PageElement | null;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/** An event of a page. */
export interface PageEvent {
  stopPropagation(): void;
  preventDefault(): void;
}

/** The little of a page's document that explorers use. */
export interface PageDocument {
  readonly currentScript: PageElement | null;
  createElement(name: string): PageElement;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
