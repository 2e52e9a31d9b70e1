import type { TextStorage } from '../auth/index.ts';

/** The records that each user has looked at last, newest first. */
export interface RecentItems {
  viewed(userId: string, item: RecentItem): void;
  of(userId: string): readonly RecentItem[];
}

export interface RecentItem {
  readonly object: string;
  /** 18 characters. */
  readonly id: string;
}

/** As many as the platform keeps. */
const mostItems = 200;

/** @param storage where the items of each user outlive a restart */
export function createRecentItems(storage: TextStorage<readonly RecentItem[]>): RecentItems {
  const byUser = new Map(Object.entries(storage.load()));
  const of = (userId: string): readonly RecentItem[] => byUser.get(userId) ?? [];
  return {
    of,
    viewed: (userId, item) => {
      if (of(userId)[0]?.id === item.id) return;
      const others = of(userId).filter(({ id }) => id !== item.id);
      byUser.set(userId, [item, ...others].slice(0, mostItems));
      storage.save(Object.fromEntries(byUser));
    }
  };
}
