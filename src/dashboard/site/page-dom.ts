/** The little of a page's element that the site uses; the project is compiled without the DOM's types. */
export interface SiteElement {
  readonly id: string;
  readonly tagName: string;
  readonly type?: string;
  innerHTML: string;
  textContent: string | null;
  value: string;
  checked: boolean;
  /** Of an input of files. */
  readonly files?: { readonly 0?: { text(): Promise<string> } } | null;
  href: string;
  src: string;
  download: string;
  className: string;
  readonly dataset: Record<string, string | undefined>;
  readonly nextElementSibling: SiteElement | null;
  onerror: (() => void) | null;
  onload: (() => void) | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: readonly SiteElement[]): void;
  replaceWith(node: SiteElement): void;
  closest(selector: string): SiteElement | null;
  querySelector(selector: string): SiteElement | null;
  querySelectorAll(selector: string): Iterable<SiteElement>;
  addEventListener(type: string, listener: (event: SiteEvent) => void): void;
  click(): void;
  focus(options?: { readonly preventScroll: boolean }): void;
  scrollIntoView(): void;
}

/** An event of the page. */
export interface SiteEvent {
  readonly target: SiteElement;
  preventDefault(): void;
}

/** The little of a page's document that the site uses. */
export interface SiteDocument {
  title: string;
  readonly body: SiteElement;
  readonly head: SiteElement;
  readonly activeElement: SiteElement | null;
  createElement(name: string): SiteElement;
  getElementById(id: string): SiteElement | null;
  querySelector(selector: string): SiteElement | null;
  querySelectorAll(selector: string): Iterable<SiteElement>;
  addEventListener(type: string, listener: (event: SiteEvent) => void): void;
}
