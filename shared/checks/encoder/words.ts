import type { BilingualCheckWords, CheckWords } from '../check-words.ts';
import type { EncoderProblem } from './rule.ts';

const vi: CheckWords<EncoderProblem> = {
  name: 'Mã hóa hình',
  about: 'Máy có đủ sức nén hình gửi đi như trong cuộc họp.',
  ok: 'Máy nén kịp hình {{width}}×{{height}}, {{fps, number}} khung hình/giây.',
  problems: {
    'not-supported': {
      says: 'Máy này không nén được hình ở cỡ cuộc họp cần ({{detail}}).',
      do: 'Cập nhật phần mềm và trình điều khiển đồ họa, hoặc dùng máy khác cho cuộc họp.',
    },
    'no-frames': {
      says: 'Không có hình nào để thử nén.',
      do: 'Khắc phục mục Camera trước, rồi đo lại mục này.',
    },
    'encoder-failed': {
      says: 'Bộ nén hình dừng giữa chừng ({{detail}}).',
      do: 'Đo lại; nếu vẫn vậy, khởi động lại máy và cập nhật trình điều khiển đồ họa.',
    },
    'too-slow': {
      says: 'Máy nén hình chậm: {{fps, number}}/{{wantedFps, number}} khung hình/giây.',
      do: 'Cắm điện, tắt chế độ tiết kiệm pin, cập nhật trình điều khiển đồ họa; nếu vẫn vậy, dùng máy khác.',
    },
    'cpu-limited': {
      says: 'Máy quá tải (bộ xử lý bận {{cpuPct, number}} %): chỉ nén được {{fps, number}}/{{wantedFps, number}} khung hình/giây.',
      do: 'Đóng trình duyệt và các ứng dụng khác, đợi máy cập nhật xong rồi đo lại; nếu vẫn vậy, dùng máy khác.',
    },
  },
};

const en: CheckWords<EncoderProblem> = {
  name: 'Video encoding',
  about: 'Whether this computer can compress the picture as in a meeting.',
  ok: 'The computer keeps up: {{width}}×{{height}}, {{fps, number}} frames/s.',
  problems: {
    'not-supported': {
      says: 'This computer cannot encode video at the size the meeting needs ({{detail}}).',
      do: 'Update the app and the graphics driver, or use another computer for the meeting.',
    },
    'no-frames': {
      says: 'There was no picture to encode.',
      do: 'Fix the camera check first, then test this again.',
    },
    'encoder-failed': {
      says: 'The video encoder stopped ({{detail}}).',
      do: 'Test again; if that does not help, restart the computer and update the graphics driver.',
    },
    'too-slow': {
      says: 'The computer encodes slowly: {{fps, number}} of {{wantedFps, number}} frames/s.',
      do: 'Plug in mains power, turn off battery saving, update the graphics driver; otherwise use another computer.',
    },
    'cpu-limited': {
      says: 'The computer is overloaded (processor {{cpuPct, number}} % busy): it encodes only {{fps, number}} of {{wantedFps, number}} frames/s.',
      do: 'Close browsers and other apps, let updates finish, then test again; otherwise use another computer.',
    },
  },
};

export const encoderWords: BilingualCheckWords<EncoderProblem> = { vi, en };
