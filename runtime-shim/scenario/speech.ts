// Texts as the platform can speak them.

/** Characters of one text, Call.say: a longer one is not spoken at all. */
const longestText = 1500;

/**
 * Cuts a text into pieces that can be spoken, at the last sentence's end that
 * fits, else at a space, else anywhere. What fits is left as it is, and so is
 * markup (SSML), which nobody but its author can cut. A blank text has no pieces.
 */
export function pieces(text: string): string[] {
  if (text.length <= longestText && text > "!" && text < "~") return [text]; // as nearly all are
  if (text.trim() === "") return [];
  if (text.length <= longestText || text.trim().indexOf("<speak") === 0) return [text];
  const at = cut(text.slice(0, longestText + 1));
  return [text.slice(0, at).trim()].concat(pieces(text.slice(at).trim()));
}

/** Where to cut, given one character more than can be spoken. */
function cut(head: string): number {
  // The mark, what closes with it, and the space behind it, which is optional after a full-width mark.
  const sentenceEnd = /[.!?\u2026]+["')\]\u201d\u2019\u00bb]*\s+|[\u3002\uff01\uff1f]+["')\]\u201d\u300d]*\s*/g;
  let end = 0;
  head.replace(sentenceEnd, (mark, at: number) => {
    if (at + mark.trim().length <= longestText) end = at + mark.length;
    return mark;
  });
  if (end > 0) return end;
  const space = head.trim().lastIndexOf(" ");
  if (space > 0) return space;
  // Half a character must not be cut from its other half.
  const last = head.charCodeAt(longestText - 1);
  return last >= 0xd800 && last <= 0xdbff ? longestText - 1 : longestText;
}
