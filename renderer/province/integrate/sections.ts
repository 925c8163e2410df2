import { type Section, screen } from '../shell/area.tsx';
import { ReferenceScreen } from './reference-screen.tsx';
import { referenceRoute, tokensRoute, webhookRoute, webhooksRoute } from './routes.ts';
import { TokensScreen } from './tokens-screen.tsx';
import { WebhookScreen } from './webhook-screen.tsx';
import { WebhooksScreen } from './webhooks-screen.tsx';

/** What an administrator does about other systems. */
export const integrateSections: readonly Section[] = [
  { label: 'integrate.tokens.title', screens: [screen(tokensRoute, 'integrate', TokensScreen)] },
  {
    label: 'integrate.webhooks.title',
    screens: [screen(webhooksRoute, 'integrate', WebhooksScreen), screen(webhookRoute, 'integrate', WebhookScreen)],
  },
  { label: 'integrate.reference.title', screens: [screen(referenceRoute, 'integrate', ReferenceScreen)] },
];
