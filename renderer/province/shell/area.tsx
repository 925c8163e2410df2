import { type ComponentType, lazy, type ReactElement } from 'react';
import type { Role } from '../../../shared/protocol/console.ts';
import { may, type Right } from '../../../shared/protocol/rights.ts';
import type { StringKey } from '../../../shared/strings/dictionary.ts';
import type { Route } from './route.ts';

/** A screen, where it is found, and who may use it. */
export interface Screen {
  readonly right: Right;
  /** Where the screen is without anything to choose; null when its path has names. */
  readonly plainHash: string | null;
  /** The screen for a hash that is its own; null otherwise. */
  readonly render: (hash: string) => ReactElement | null;
  /** Fetches its code, so that showing it need not wait for that. */
  readonly load: () => Promise<unknown>;
}

/** The path's names are the component's properties. */
export function screen<Params extends object>(
  route: Route<Params>,
  right: Right,
  Component: ComponentType<Params>,
): Screen {
  return {
    right,
    plainHash: route.path.includes(':') ? null : route.hash({} as Params),
    render(hash) {
      const params = route.match(hash);
      return params && <Component key={route.path} {...params} />;
    },
    load: () => Promise.resolve(),
  };
}

/** A screen whose code is fetched when it is first shown: nobody waits for the forms and charts of another. */
export function lazyScreen<Params extends object>(
  route: Route<Params>,
  right: Right,
  load: () => Promise<ComponentType<Params>>,
): Screen {
  const Component = lazy(async () => ({ default: await load() }));
  return { ...screen(route, right, Component as ComponentType<Params>), load };
}

/** Screens that belong together. Its link leads to the first of them, which must need no choice. */
export interface Section {
  readonly label: StringKey;
  readonly screens: readonly [Screen, ...Screen[]];
}

/** One entry of the navigation on top. Without a section that may be used it is not shown. */
export interface Area {
  readonly label: StringKey;
  readonly sections: readonly Section[];
}

/** What the role may use of the area. */
export function sectionsFor(area: Area, role: Role): readonly Section[] {
  return area.sections.filter(({ screens }) => may(role, screens[0].right));
}

export interface Found {
  readonly area: Area;
  readonly section: Section;
  readonly screen: Screen;
  readonly element: ReactElement;
}

/** The screen of a hash, or null when there is none. */
export function findScreen(areas: readonly Area[], hash: string): Found | null {
  for (const area of areas)
    for (const section of area.sections)
      for (const one of section.screens) {
        const element = one.render(hash);
        if (element) return { area, section, screen: one, element };
      }
  return null;
}
