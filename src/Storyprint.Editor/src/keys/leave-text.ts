import { Plugin } from 'prosemirror-state';

/** After Escape, Tab leaves the text: in lists and tables it has another meaning, and nobody may be caught there. */
export function leaveText(): Plugin {
  let isLeaving = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(_, event) {
          const leaves = isLeaving && event.key === 'Tab';
          if (event.key !== 'Shift') isLeaving = event.key === 'Escape';
          // Told as done, so that no other key command sees it, and the browser does what it does with Tab.
          return leaves;
        },
      },
    },
  });
}
