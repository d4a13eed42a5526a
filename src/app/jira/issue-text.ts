import type { ActionItem } from '#domain/action-item';
import { topicsOf } from '#domain/board';
import { NOBODY, presentItem } from '#domain/present-retro';
import { cleanText } from '#domain/text';
import type { Document } from '../live/document';
import type { NewIssue } from '../ports/jira';

const BULLETS_MAX = 30;
const BULLET_MAX = 500;

/**
 * What the issue says: where it was agreed, and the topic's cards as everybody in the retro may see them: texts only,
 * never an author, never a card that lies face down. Needs a document with all its shards.
 */
export function issueText(doc: Document, action: ActionItem, url: string): NewIssue['description'] {
  const about = action.topicTitle === '' ? '' : ` about “${action.topicTitle}”`;
  return {
    intro: `Agreed in the retrospective “${action.retroTitle}”${about}.`,
    bullets: cardTexts(doc, action.topic).slice(0, BULLETS_MAX),
    link: { text: 'Open the retrospective', url },
  };
}

function cardTexts(doc: Document, topic: string | null): string[] {
  if (topic === null) return [];
  const items = doc
    .shards()
    .flatMap((n) => Object.values(doc.shard(n).items))
    .map((item) => presentItem(item, doc.head, NOBODY));
  const found = topicsOf(items, undefined).find((candidate) => candidate.cards.some((card) => card.id === topic));
  return (found?.cards ?? []).flatMap((card) => {
    const text = cleanText(card.text ?? '');
    if (text === '') return [];
    return [text.length > BULLET_MAX ? `${text.slice(0, BULLET_MAX - 1)}…` : text];
  });
}
