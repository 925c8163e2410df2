import { useWords } from '../../ui/words.tsx';
import { usePolicy } from '../use-current.ts';
import type { Faults, FormValues } from './form.ts';

/** What to say under a field of the sign-in; null where nothing is wrong. */
export function useFaultWords(faults: Faults): (field: keyof FormValues) => string | null {
  const { t } = useWords();
  const digits = usePolicy().signIn.pinMinDigits;
  return (field) => {
    const fault = faults[field];
    if (fault === undefined) return null;
    if (fault === 'badCode') return t('pinCode.digits');
    return fault === 'badDate' || fault === 'badMoment'
      ? t(`substitute.${fault}`)
      : t(`point.signIn.${fault}`, { digits });
  };
}
