import type { Board, Topic } from '#domain/board';

type Lane = Board['columns'][number];

/**
 * The board after a change, made of the old one's topics and lanes wherever nothing in them changed: what keeps its
 * identity is not drawn again, so one remote card costs one card and not two thousand.
 */
export function shareBoard(before: Board | null, after: Board): Board {
  if (!before) return after;
  const known = new Map<string, Topic>();
  for (const topic of everyTopic(before)) known.set(topic.id, topic);
  const keep = (topics: Topic[]): Topic[] => topics.map((topic) => shareTopic(known.get(topic.id), topic));
  const lanes = new Map(before.columns.map((lane) => [lane.column.id, lane]));
  const columns = after.columns.map((lane) =>
    shareLane(lanes.get(lane.column.id), { ...lane, topics: keep(lane.topics) }),
  );
  const loose = shareList(before.loose, keep(after.loose));
  const unchanged = loose === before.loose && shareList(before.columns, columns) === before.columns;
  return unchanged ? before : { columns, loose };
}

/** Every topic of a board, lane by lane, the homeless ones last. */
export const everyTopic = (board: Board): Topic[] => [...board.columns.flatMap((lane) => lane.topics), ...board.loose];

function shareTopic(before: Topic | undefined, after: Topic): Topic {
  if (!before) return after;
  const same =
    before.column === after.column &&
    before.group === after.group &&
    before.title === after.title &&
    before.votes === after.votes &&
    shareList(before.cards, after.cards) === before.cards;
  return same ? before : after;
}

function shareLane(before: Lane | undefined, after: Lane): Lane {
  if (!before || before.column !== after.column) return after;
  const topics = shareList(before.topics, after.topics);
  return topics === before.topics ? before : after;
}

/** The old list where both hold the very same members in the same order. */
function shareList<T>(before: T[], after: T[]): T[] {
  return before.length === after.length && before.every((member, i) => member === after[i]) ? before : after;
}
