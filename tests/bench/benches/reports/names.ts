/** Made-up names that between them hold every letter of the Vietnamese alphabet with every tone, in both cases. */
const VOWELS = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ';
export const LETTERS = [...`${VOWELS}đ${VOWELS.toUpperCase()}Đ`];

const HEADS = ['Ia', 'Đak', 'Chư', 'Kông', 'Ayun', 'Mang', 'Phú', 'Quy'];

/** A different one for each index; a hundred and fifty in a row hold all letters. */
export function placeName(index: number): string {
  const vowel = LETTERS[index % LETTERS.length] ?? 'a';
  const word = vowel === vowel.toUpperCase() ? `${vowel}nh` : `Th${vowel}n`;
  return `UBND xã ${HEADS[index % HEADS.length]} ${word} ${index + 1}`;
}

export function personName(index: number): string {
  const vowel = LETTERS[(index * 7) % LETTERS.length] ?? 'a';
  return `Rah Lan ${vowel === vowel.toUpperCase() ? `${vowel}ng` : `H${vowel}n`}`;
}
