import { type Appearance, appearanceOf } from '../../shared/appearance.ts';
import type { AppearanceKeeper } from '../ui/appearance/keeper.ts';
import type { BridgeClient } from './bridge.ts';

const NAME = 'appearance';

/**
 * The main process keeps it, and gives it to the window that opens. Chosen later, it stands in the page's address as well: a page
 * that is loaded again is given what the window began with.
 */
export function bridgeKeeper(client: BridgeClient, atOpening: Appearance): AppearanceKeeper {
  return {
    kept: () => appearanceOf(new URLSearchParams(location.search).get(NAME)) ?? atOpening,
    keep(appearance) {
      history.replaceState(null, '', `?${NAME}=${appearance}`);
      void client.request('app:set-appearance', { appearance });
    },
  };
}
