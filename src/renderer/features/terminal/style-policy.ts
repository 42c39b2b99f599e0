/**
 * Does something while every style element that is made gets the nonce of our content security policy: xterm makes some
 * and knows no nonce.
 */
export function withStyleNonce(nonce: string, act: () => void): void {
  const value = (name: string): Element => {
    const element = document.createElementNS('http://www.w3.org/1999/xhtml', name);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Object.defineProperty(document, 'createElement', { configurable: true, value });
  try {
    act();
  } finally {
    Reflect.deleteProperty(document, 'createElement');
  }
}

/**
 * The policy refuses a style attribute that is set as text, as xterm does for colours of 24 bits. On a span, which is
 * what xterm makes of text, it is set as a property from now on, which comes to the same.
 */
export function setSpanStylesAsProperties(): void {
  function setAttribute(this: HTMLSpanElement, name: string, value: string): void {
    if (name === 'style') this.style.cssText = value;
    else Element.prototype.setAttribute.call(this, name, value);
  }
  Object.defineProperty(HTMLSpanElement.prototype, 'setAttribute', {
    configurable: true,
    writable: true,
    value: setAttribute,
  });
}
