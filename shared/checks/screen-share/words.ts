import type { BilingualCheckWords, CheckWords } from '../check-words.ts';
import type { ScreenShareProblem } from './rule.ts';

const vi: CheckWords<ScreenShareProblem> = {
  name: 'Chia sẻ màn hình',
  about: 'Chụp màn hình như khi trình chiếu tài liệu và tìm lại hình thử trong đó.',
  ok: 'Chia sẻ được màn hình {{width}}×{{height}}, {{fps, number}} khung hình/giây.',
  problems: {
    denied: {
      says: 'Không được phép chia sẻ màn hình.',
      do: 'Cho phép phần mềm Điểm Cầu ghi màn hình trong cài đặt quyền riêng tư của máy rồi đo lại.',
    },
    'cannot-start': {
      says: 'Không bắt đầu được chia sẻ màn hình ({{detail}}).',
      do: 'Mở khóa màn hình, đóng phiên điều khiển từ xa nếu có; nếu vẫn vậy, khởi động lại máy rồi đo lại.',
    },
    'start-timeout': {
      says: 'Máy không trả lời khi bắt đầu chia sẻ màn hình.',
      do: 'Đóng các ứng dụng nặng rồi đo lại; nếu vẫn vậy, khởi động lại máy.',
    },
    stopped: {
      says: 'Chia sẻ màn hình bị ngắt giữa chừng.',
      do: 'Không khóa máy, không rút cáp màn hình trong lúc đo; đo lại.',
    },
    'no-frames': {
      says: 'Chia sẻ màn hình bắt đầu được nhưng không có hình.',
      do: 'Bật màn hình, cập nhật trình điều khiển đồ họa; đo lại.',
    },
    black: {
      says: 'Màn hình chia sẻ bị đen.',
      do: 'Bật màn hình, đóng cửa sổ được bảo vệ (video bản quyền, ngân hàng), rồi đo lại.',
    },
    'pattern-not-found': {
      says: 'Có hình chia sẻ nhưng không thấy hình thử của phần mềm.',
      do: 'Đưa cửa sổ Điểm Cầu lên trên cùng, trên màn hình sẽ trình chiếu, rồi đo lại.',
    },
    illegible: {
      says: 'Chữ nhỏ trên màn hình chia sẻ bị nhòe (nét chữ còn {{contrastPct, number}} % độ tương phản).',
      do: 'Đặt màn hình ở đúng độ phân giải gốc; khi trình chiếu, phóng to tài liệu cho chữ lớn hơn.',
    },
    'text-late': {
      says: 'Ở tốc độ {{bitrateMbps, number}} Mbps của cuộc họp, {{seconds, number}} giây sau khi chuyển trang mới đọc được chữ nhỏ, cần trong {{wantedSeconds, number}} giây.',
      do: 'Giảm độ phân giải màn hình trình chiếu (ví dụ 1920×1080), hoặc chỉ chia sẻ cửa sổ tài liệu; đo lại.',
    },
    'low-fps': {
      says: 'Hình chia sẻ giật: {{fps, number}} khung hình/giây, cần từ {{wantedFps, number}}.',
      do: 'Đóng các ứng dụng nặng, cắm điện cho máy rồi đo lại.',
    },
    small: {
      says: 'Màn hình chia sẻ nhỏ: {{width}}×{{height}}, cần cao từ {{wantedHeight}} điểm ảnh.',
      do: 'Tăng độ phân giải màn hình trong cài đặt hiển thị rồi đo lại.',
    },
  },
};

const en: CheckWords<ScreenShareProblem> = {
  name: 'Screen share',
  about: 'Captures the screen as when presenting a document and finds a test pattern in it.',
  ok: 'The screen can be shared: {{width}}×{{height}}, {{fps, number}} frames/s.',
  problems: {
    denied: {
      says: 'Screen sharing is not allowed.',
      do: 'Allow Điểm Cầu to record the screen in the computer’s privacy settings, then test again.',
    },
    'cannot-start': {
      says: 'Screen sharing could not start ({{detail}}).',
      do: 'Unlock the screen, end any remote session; if that does not help, restart the computer and test again.',
    },
    'start-timeout': {
      says: 'The computer does not answer when screen sharing starts.',
      do: 'Close heavy apps and test again; if that does not help, restart the computer.',
    },
    stopped: {
      says: 'Screen sharing was cut off.',
      do: 'Do not lock the computer or unplug the display during the test; test again.',
    },
    'no-frames': {
      says: 'Screen sharing starts but gives no picture.',
      do: 'Turn the display on, update the graphics driver, then test again.',
    },
    black: {
      says: 'The shared screen is black.',
      do: 'Turn the display on, close protected windows (films, banking), then test again.',
    },
    'pattern-not-found': {
      says: 'A picture is shared, but our test pattern is not in it.',
      do: 'Bring the Điểm Cầu window to the front, on the screen you will present, then test again.',
    },
    illegible: {
      says: 'Small text on the shared screen is blurred (strokes keep {{contrastPct, number}} % of their contrast).',
      do: 'Set the screen to its native resolution; when presenting, zoom the document so that the text is larger.',
    },
    'text-late': {
      says: 'At the meeting’s {{bitrateMbps, number}} Mbps, small text can be read {{seconds, number}} s after a page is shown, wanted within {{wantedSeconds, number}} s.',
      do: 'Lower the resolution of the screen you present (1920×1080, say), or share only the document’s window; test again.',
    },
    'low-fps': {
      says: 'The shared picture is choppy: {{fps, number}} frames/s, wanted {{wantedFps, number}} or more.',
      do: 'Close heavy apps, plug in mains power, then test again.',
    },
    small: {
      says: 'The shared screen is small: {{width}}×{{height}}, wanted a height of {{wantedHeight}} pixels or more.',
      do: 'Raise the display resolution in the settings, then test again.',
    },
  },
};

export const screenShareWords: BilingualCheckWords<ScreenShareProblem> = { vi, en };
