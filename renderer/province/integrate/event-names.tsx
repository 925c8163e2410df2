import { useWords } from '../../ui/words.tsx';

/** What a webhook tells of, in words; an event of a later version by its own name. */
export function EventNames({ events }: { readonly events: readonly string[] }) {
  const words = useWords();
  return events.map((event) => words.raw(eventKey(event)) ?? event).join('; ');
}

export function eventKey(event: string): string {
  return `integrate.events.${event.replace('.', '-')}`;
}
