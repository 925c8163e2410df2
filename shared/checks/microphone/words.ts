import type { BilingualCheckWords, CheckWords } from '../check-words.ts';
import type { MicrophoneProblem } from './rule.ts';

const vi: CheckWords<MicrophoneProblem> = {
  name: 'Micro',
  about: 'Micro thu được tiếng nói rõ, không ồn, không vỡ tiếng. Hãy nói vài câu trong lúc đo.',
  ok: 'Tiếng nói rõ: {{speechDbfs, number}} dBFS, hơn tiếng ồn {{snrDb, number}} dB.',
  problems: {
    'not-found': {
      says: 'Máy không thấy micro nào.',
      do: 'Cắm micro vào máy (hoặc đổi sang cổng khác), kiểm tra nguồn, pin micro rồi đo lại.',
    },
    'chosen-missing': {
      says: 'Không thấy micro đã chọn cho điểm cầu này.',
      do: 'Cắm lại đúng micro đó, hoặc chọn micro khác trong danh sách thiết bị rồi đo lại.',
    },
    denied: {
      says: 'Phần mềm chưa được phép dùng micro.',
      do: 'Cho phép phần mềm Điểm Cầu dùng micro rồi đo lại; không cần rút cáp.',
    },
    'denied-by-system': {
      says: 'Hệ điều hành đang chặn micro.',
      do: 'Mở Cài đặt Windows → Quyền riêng tư → Micro, bật “Cho phép ứng dụng trên máy tính truy cập micro”, rồi đo lại.',
    },
    busy: {
      says: 'Micro đang bị một ứng dụng khác giữ.',
      do: 'Đóng phần mềm họp, Zoom, Teams hoặc phần mềm ghi âm đang mở, rồi đo lại.',
    },
    'over-constrained': {
      says: 'Micro không nhận chế độ thu được yêu cầu.',
      do: 'Rút micro ra, cắm lại; nếu vẫn vậy, chọn micro khác rồi đo lại.',
    },
    'open-timeout': {
      says: 'Micro không trả lời khi mở.',
      do: 'Rút micro ra, đợi 5 giây, cắm lại vào cổng khác rồi đo lại.',
    },
    'open-failed': {
      says: 'Không mở được micro.',
      do: 'Rút micro ra, cắm lại; nếu vẫn vậy, khởi động lại máy rồi đo lại.',
    },
    stopped: {
      says: 'Micro bị ngắt giữa chừng: {{label}}.',
      do: 'Kiểm tra dây cắm có lỏng không, pin micro không dây còn không, rồi đo lại.',
    },
    suspended: {
      says: 'Bộ xử lý âm thanh của máy chưa chạy nên chưa đo được micro.',
      do: 'Bấm “Đo lại”; nếu vẫn vậy, đóng các ứng dụng âm thanh khác hoặc khởi động lại máy.',
    },
    muted: {
      says: 'Micro đang tắt tiếng: {{label}}.',
      do: 'Bấm nút tắt tiếng trên micro (đèn đỏ) hoặc bật micro trong cài đặt âm thanh của máy, rồi đo lại.',
    },
    silent: {
      says: 'Micro không có tín hiệu nào: {{label}}.',
      do: 'Gạt công tắc micro sang ON, kiểm tra dây từ micro hoặc mixer vào máy, chọn đúng micro rồi đo lại.',
    },
    'no-speech': {
      says: 'Chưa nghe thấy tiếng nói, chỉ có tiếng nền của phòng.',
      do: 'Bấm “Đo lại” và nói vài câu trước micro trong lúc đo.',
    },
    weak: {
      says: 'Tiếng nói nhỏ: {{speechDbfs, number}} dBFS, cần từ {{wantedDbfs, number}}.',
      do: 'Đưa micro lại gần người nói hoặc tăng âm lượng thu trong cài đặt âm thanh, rồi đo lại.',
    },
    noisy: {
      says: 'Phòng ồn, tiếng nền {{floorDbfs, number}} dBFS.',
      do: 'Tắt quạt, điều hòa gần micro, đóng cửa; đưa micro lại gần người nói rồi đo lại.',
    },
    hum: {
      says: 'Tiếng ù điện 50 Hz trong micro: {{humDbfs, number}} dBFS.',
      do: 'Cắm máy tính, mixer và âm ly chung một ổ điện, để dây micro xa dây nguồn, thử rút bộ sạc laptop, rồi đo lại.',
    },
    clipping: {
      says: 'Tiếng bị vỡ ({{clippingRunsPerSecond, number}} lần/giây).',
      do: 'Giảm âm lượng thu của micro hoặc mixer, hoặc để micro xa miệng hơn, rồi đo lại.',
    },
    dropouts: {
      says: 'Tiếng bị đứt quãng {{dropoutsPerSecond, number}} lần/giây.',
      do: 'Cắm micro thẳng vào cổng USB khác của máy (không qua bộ chia), đưa micro không dây lại gần đầu thu, rồi đo lại.',
    },
    'computer-busy': {
      says: 'Máy tính quá bận (bộ xử lý {{cpuPct, number}} %) nên tiếng bị đứt quãng {{dropoutsPerSecond, number}} lần/giây; chưa biết micro có lỗi hay không.',
      do: 'Đóng các ứng dụng khác, đợi máy cài cập nhật xong, rồi đo lại.',
    },
    'dc-offset': {
      says: 'Tín hiệu micro bị lệch khỏi mức 0 ({{dcOffsetPct, number}} % thang đo), dễ vỡ tiếng và nổ lụp bụp.',
      do: 'Thay dây hoặc đầu chuyển của micro; nếu vẫn vậy, dùng micro USB hoặc cổng micro khác rồi đo lại.',
    },
    'channel-dead': {
      says: 'Kênh {{channel, number}} trong {{channels, number}} kênh của micro không thu được tiếng.',
      do: 'Cắm sát đầu dây, kiểm tra dây và nguồn của kênh đó trên micro hoặc mixer, rồi đo lại.',
    },
  },
};

const en: CheckWords<MicrophoneProblem> = {
  name: 'Microphone',
  about: 'The microphone hears speech clearly, without noise or distortion. Say a few sentences while it measures.',
  ok: 'Clear speech: {{speechDbfs, number}} dBFS, {{snrDb, number}} dB above the noise.',
  problems: {
    'not-found': {
      says: 'No microphone is connected.',
      do: 'Plug the microphone in (or try another port), check its power or battery, then test again.',
    },
    'chosen-missing': {
      says: 'The microphone chosen for this point is not connected.',
      do: 'Plug that microphone in again, or choose another one in the device list, then test again.',
    },
    denied: {
      says: 'The app is not allowed to use the microphone.',
      do: 'Allow Điểm Cầu to use the microphone, then test again; the cable is fine.',
    },
    'denied-by-system': {
      says: 'The operating system blocks the microphone.',
      do: 'Open Windows Settings → Privacy → Microphone, turn on “Let desktop apps access your microphone”, then test again.',
    },
    busy: {
      says: 'Another app is holding the microphone.',
      do: 'Close the meeting app, Zoom, Teams or any recorder, then test again.',
    },
    'over-constrained': {
      says: 'The microphone does not accept the requested mode.',
      do: 'Unplug the microphone and plug it in again; if that does not help, choose another one and test again.',
    },
    'open-timeout': {
      says: 'The microphone does not answer.',
      do: 'Unplug the microphone, wait 5 seconds, plug it into another port, then test again.',
    },
    'open-failed': {
      says: 'The microphone could not be opened.',
      do: 'Unplug the microphone and plug it in again; if that does not help, restart the computer and test again.',
    },
    stopped: {
      says: 'The microphone was cut off while in use: {{label}}.',
      do: 'Check for a loose cable or an empty battery, then test again.',
    },
    suspended: {
      says: 'This computer’s audio engine did not start, so the microphone was not measured.',
      do: 'Press “Test again”; if that does not help, close other audio apps or restart the computer.',
    },
    muted: {
      says: 'The microphone is muted: {{label}}.',
      do: 'Press the mute button on the microphone (red light) or unmute it in the sound settings, then test again.',
    },
    silent: {
      says: 'The microphone gives no signal at all: {{label}}.',
      do: 'Switch the microphone ON, check the cable from microphone or mixer, choose the right one, then test again.',
    },
    'no-speech': {
      says: 'No speech was heard, only the room’s background.',
      do: 'Press “Test again” and say a few words into the microphone while it measures.',
    },
    weak: {
      says: 'Speech is quiet: {{speechDbfs, number}} dBFS, wanted {{wantedDbfs, number}} or more.',
      do: 'Move the microphone closer or raise its input level in the sound settings, then test again.',
    },
    noisy: {
      says: 'The room is noisy, background {{floorDbfs, number}} dBFS.',
      do: 'Turn off fans and air conditioning near the microphone, close doors, move it closer, then test again.',
    },
    hum: {
      says: 'A 50 Hz mains hum is in the microphone: {{humDbfs, number}} dBFS.',
      do: 'Power computer, mixer and amplifier from one outlet, keep its cable away from power cables, try without the laptop charger, then test again.',
    },
    clipping: {
      says: 'The sound is distorted ({{clippingRunsPerSecond, number}} times/s).',
      do: 'Lower the input level of the microphone or mixer, or keep it further from the mouth, then test again.',
    },
    dropouts: {
      says: 'The sound breaks off {{dropoutsPerSecond, number}} times/s.',
      do: 'Plug the microphone straight into another USB port (no hub), bring a wireless one closer to its receiver, then test again.',
    },
    'computer-busy': {
      says: 'The computer is too busy (processor {{cpuPct, number}} %): the sound breaks off {{dropoutsPerSecond, number}} times/s; whether the microphone is at fault is not known.',
      do: 'Close other apps, let updates finish, then test again.',
    },
    'dc-offset': {
      says: 'The signal is off centre by {{dcOffsetPct, number}} % of full scale, which distorts and crackles.',
      do: 'Replace the microphone’s cable or adapter; if that does not help, use a USB microphone or another input, then test again.',
    },
    'channel-dead': {
      says: 'Channel {{channel, number}} of the microphone’s {{channels, number}} hears nothing.',
      do: 'Push the plug in fully, check that channel’s cable and power at the microphone or mixer, then test again.',
    },
  },
};

export const microphoneWords: BilingualCheckWords<MicrophoneProblem> = { vi, en };
