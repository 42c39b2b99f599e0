import { configure } from '@testing-library/react';

// Only for what never comes: the first drawing of a tab takes long where much else runs.
configure({ asyncUtilTimeout: 60_000 });

// A browser marks this promise as handled (Web Animations, "cancel an animation"); happy-dom does not, and a motion that
// ends with its element would then fail the whole run, now and then.
type Animate = (this: Element, ...args: Parameters<Element['animate']>) => Animation;
const elements: { animate: Animate } = Element.prototype;
const { animate } = elements;
elements.animate = function (...args) {
  const animation = animate.apply(this, args);
  animation.finished.catch(() => undefined);
  return animation;
};
