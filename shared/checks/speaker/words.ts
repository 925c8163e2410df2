import type { BilingualCheckWords, CheckWords } from '../check-words.ts';
import type { SpeakerProblem } from './rule.ts';

const vi: CheckWords<SpeakerProblem> = {
  name: 'Loa',
  about: 'Phát một tiếng thử ra từng bên loa và tìm lại tiếng đó trong micro.',
  ok: 'Micro nghe rõ tiếng loa, trễ {{delayMs, number}} ms.',
  problems: {
    'no-output': {
      says: 'Máy không có đầu ra âm thanh dùng được.',
      do: 'Cắm loa hoặc cáp HDMI của tivi, chọn đầu ra âm thanh trong cài đặt của máy rồi đo lại.',
    },
    suspended: {
      says: 'Bộ xử lý âm thanh của máy chưa chạy, hoặc chạy không kịp, nên chưa thử được loa.',
      do: 'Bấm “Đo lại”; nếu vẫn vậy, đóng các ứng dụng âm thanh khác hoặc khởi động lại máy.',
    },
    'no-proof': {
      says: 'Đã phát tiếng thử nhưng micro không dùng được nên chưa chứng minh được loa kêu.',
      do: 'Khắc phục mục Micro trước, rồi đo lại mục Loa.',
    },
    'no-proof-person-heard': {
      says: 'Người trong phòng nghe thấy tiếng loa, nhưng micro không dùng được để chứng minh.',
      do: 'Họp vẫn nghe được; khắc phục mục Micro rồi đo lại mục Loa để có bằng chứng.',
    },
    'no-proof-person-did-not': {
      says: 'Người trong phòng không nghe thấy tiếng loa, và micro không dùng được để kiểm chứng: {{label}}.',
      do: 'Bật nguồn loa hoặc âm ly, tăng âm lượng, chọn đúng đầu ra (loa hay tivi) rồi đo lại.',
    },
    'heard-by-person-only': {
      says: 'Người trong phòng nghe thấy tiếng loa nhưng micro thì không: {{label}}.',
      do: 'Tăng âm lượng loa hoặc đặt micro gần hơn, chọn đúng micro của phòng, rồi đo lại.',
    },
    'heard-by-nobody': {
      says: 'Cả người trong phòng và micro đều không nghe thấy tiếng loa: {{label}}.',
      do: 'Bật nguồn loa hoặc âm ly, tăng âm lượng, chọn đúng đầu ra (loa hay tivi) rồi đo lại.',
    },
    'heard-by-microphone-only': {
      says: 'Micro nghe thấy tiếng loa nhưng người trong phòng thì không: {{label}}.',
      do: 'Kiểm tra tiếng ra đúng loa của phòng họp (không phải loa laptop), tăng âm lượng rồi phát lại tiếng thử.',
    },
    'not-heard': {
      says: 'Micro không nghe thấy tiếng loa: {{label}}.',
      do: 'Bật nguồn loa hoặc âm ly, tăng âm lượng, chọn đúng đầu ra (loa hay tivi) rồi đo lại.',
    },
    'left-not-heard': {
      says: 'Chỉ nghe thấy loa bên phải: {{label}}.',
      do: 'Kiểm tra dây loa bên trái và nút cân bằng trái phải, rồi đo lại.',
    },
    'right-not-heard': {
      says: 'Chỉ nghe thấy loa bên trái: {{label}}.',
      do: 'Kiểm tra dây loa bên phải và nút cân bằng trái phải, rồi đo lại.',
    },
  },
};

const en: CheckWords<SpeakerProblem> = {
  name: 'Speaker',
  about: 'Plays a test sound on each side and finds it again in the microphone.',
  ok: 'The microphone hears the speaker, delay {{delayMs, number}} ms.',
  problems: {
    'no-output': {
      says: 'This computer has no usable sound output.',
      do: 'Connect the speaker or the TV’s HDMI cable, choose the output in the sound settings, then test again.',
    },
    suspended: {
      says: 'This computer’s audio engine did not start, or could not keep up, so the speaker was not tested.',
      do: 'Press “Test again”; if that does not help, close other audio apps or restart the computer.',
    },
    'no-proof': {
      says: 'A test sound was played, but no usable microphone could prove it was heard.',
      do: 'Fix the microphone check first, then test the speaker again.',
    },
    'no-proof-person-heard': {
      says: 'The person in the room heard the speaker, but no usable microphone could prove it.',
      do: 'The meeting can be heard; fix the microphone check, then test the speaker again for the proof.',
    },
    'no-proof-person-did-not': {
      says: 'The person in the room did not hear the speaker, and no usable microphone could check it: {{label}}.',
      do: 'Switch on the speaker or amplifier, turn up the volume, choose the right output, then test again.',
    },
    'heard-by-person-only': {
      says: 'The person in the room heard the speaker, the microphone did not: {{label}}.',
      do: 'Turn the speaker up or move the microphone closer, choose the room’s own microphone, then test again.',
    },
    'heard-by-nobody': {
      says: 'Neither the person in the room nor the microphone heard the speaker: {{label}}.',
      do: 'Switch on the speaker or amplifier, turn up the volume, choose the right output, then test again.',
    },
    'heard-by-microphone-only': {
      says: 'The microphone heard the speaker, the person in the room did not: {{label}}.',
      do: 'Check that the sound comes from the meeting room’s speaker (not the laptop’s), turn it up, then replay the test sound.',
    },
    'not-heard': {
      says: 'The microphone does not hear the speaker: {{label}}.',
      do: 'Switch on the speaker or amplifier, turn up the volume, choose the right output, then test again.',
    },
    'left-not-heard': {
      says: 'Only the right side is heard: {{label}}.',
      do: 'Check the left speaker’s cable and the balance control, then test again.',
    },
    'right-not-heard': {
      says: 'Only the left side is heard: {{label}}.',
      do: 'Check the right speaker’s cable and the balance control, then test again.',
    },
  },
};

export const speakerWords: BilingualCheckWords<SpeakerProblem> = { vi, en };
