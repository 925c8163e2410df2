import { lazyScreen, type Section } from '../shell/area.tsx';
import { referenceRoute, tokensRoute, webhookRoute, webhooksRoute } from './routes.ts';

/** What an administrator does about other systems. */
export const integrateSections: readonly Section[] = [
  {
    label: 'integrate.tokens.title',
    screens: [lazyScreen(tokensRoute, 'integrate', async () => (await import('./tokens-screen.tsx')).TokensScreen)],
  },
  {
    label: 'integrate.webhooks.title',
    screens: [
      lazyScreen(webhooksRoute, 'integrate', async () => (await import('./webhooks-screen.tsx')).WebhooksScreen),
      lazyScreen(webhookRoute, 'integrate', async () => (await import('./webhook-screen.tsx')).WebhookScreen),
    ],
  },
  {
    label: 'integrate.reference.title',
    screens: [
      lazyScreen(referenceRoute, 'integrate', async () => (await import('./reference-screen.tsx')).ReferenceScreen),
    ],
  },
];
