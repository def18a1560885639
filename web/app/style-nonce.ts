/**
 * Gives every style element made from now on the nonce of this page. Two helpers under antd (measuring scroll bars, holding
 * the page still under a drawer) write one without asking for the nonce, and the page's policy would refuse it.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
