/** The records that each user has looked at last, in memory, newest first. */
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

export function createRecentItems(): RecentItems {
  const byUser = new Map<string, readonly RecentItem[]>();
  const of = (userId: string): readonly RecentItem[] => byUser.get(userId) ?? [];
  return {
    of,
    viewed: (userId, item) => {
      const others = of(userId).filter(({ id }) => id !== item.id);
      byUser.set(userId, [item, ...others].slice(0, mostItems));
    }
  };
}
