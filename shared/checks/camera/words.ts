import type { BilingualCheckWords, CheckWords } from '../check-words.ts';
import type { CameraProblem } from './rule.ts';

const vi: CheckWords<CameraProblem> = {
  name: 'Camera',
  about: 'Camera có hình, đủ sáng, đủ nét và hình chuyển động đều.',
  ok: 'Hình tốt: {{width}}×{{height}}, {{fps, number}} khung hình/giây.',
  problems: {
    'not-found': {
      says: 'Máy không thấy camera nào.',
      do: 'Cắm cáp USB của camera vào máy (hoặc đổi sang cổng khác), kiểm tra nguồn camera rồi đo lại.',
    },
    'chosen-missing': {
      says: 'Không thấy camera đã chọn cho điểm cầu này.',
      do: 'Cắm lại đúng camera đó, hoặc chọn camera khác trong danh sách thiết bị rồi đo lại.',
    },
    denied: {
      says: 'Phần mềm chưa được phép dùng camera.',
      do: 'Cho phép phần mềm Điểm Cầu dùng camera rồi đo lại; không cần rút cáp.',
    },
    'denied-by-system': {
      says: 'Hệ điều hành đang chặn camera.',
      do: 'Mở Cài đặt Windows → Quyền riêng tư → Camera, bật “Cho phép ứng dụng trên máy tính truy cập camera”, rồi đo lại.',
    },
    busy: {
      says: 'Camera đang bị một ứng dụng khác giữ.',
      do: 'Đóng phần mềm họp, Zoom, Teams hoặc ứng dụng Camera đang mở, rồi đo lại.',
    },
    'over-constrained': {
      says: 'Camera không nhận chế độ hình nào được yêu cầu.',
      do: 'Rút cáp USB của camera, cắm lại; nếu vẫn vậy, chọn camera khác rồi đo lại.',
    },
    'open-timeout': {
      says: 'Camera không trả lời khi mở.',
      do: 'Rút cáp USB của camera, đợi 5 giây, cắm lại vào cổng khác rồi đo lại.',
    },
    'open-failed': {
      says: 'Không mở được camera ({{detail}}).',
      do: 'Rút cáp USB của camera, cắm lại; nếu vẫn vậy, khởi động lại máy rồi đo lại.',
    },
    stopped: {
      says: 'Camera bị ngắt giữa chừng: {{label}}.',
      do: 'Kiểm tra cáp USB có lỏng không, cắm thẳng vào máy (không qua bộ chia) rồi đo lại.',
    },
    'no-frames': {
      says: 'Camera mở được nhưng không gửi hình nào: {{label}}.',
      do: 'Rút cáp USB của camera, cắm lại vào cổng khác; tắt rồi bật lại camera nếu có nguồn riêng.',
    },
    black: {
      says: 'Hình đen.',
      do: 'Mở nắp che ống kính, gạt công tắc riêng tư trên camera, bật đèn phòng rồi đo lại.',
    },
    covered: {
      says: 'Ống kính bị che: hình tối, không thấy gì.',
      do: 'Mở nắp hoặc gỡ vật che ống kính, gạt công tắc riêng tư trên camera rồi đo lại.',
    },
    flat: {
      says: 'Hình chỉ có một màu, không thấy gì.',
      do: 'Gỡ vật che ống kính; nếu màn hình báo mất tín hiệu, kiểm tra cáp và nguồn camera rồi đo lại.',
    },
    frozen: {
      says: 'Hình đứng yên {{stillSeconds, number}} giây.',
      do: 'Vẫy tay trước camera rồi đo lại; nếu hình vẫn đứng, rút cáp USB của camera và cắm lại vào cổng khác.',
    },
    dark: {
      says: 'Hình tối (độ sáng {{luma, number}}/255).',
      do: 'Bật thêm đèn phía trước người ngồi; không để cửa sổ sáng ở sau lưng.',
    },
    'over-exposed': {
      says: 'Hình bị chói trắng (độ sáng {{luma, number}}/255).',
      do: 'Kéo rèm, tắt bớt đèn chiếu thẳng vào ống kính hoặc giảm độ sáng trong phần mềm của camera.',
    },
    backlight: {
      says: 'Ngược sáng: phía sau sáng {{surround, number}}/255, người ngồi chỉ {{centre, number}}/255.',
      do: 'Kéo rèm hoặc tắt đèn sau lưng, bật đèn phía trước người ngồi, hoặc xoay camera khỏi cửa sổ.',
    },
    blurred: {
      says: 'Hình mờ (độ nét {{sharpness, number}}/100).',
      do: 'Lau ống kính, gỡ màng dán, xoay vòng lấy nét hoặc bật tự động lấy nét rồi đo lại.',
    },
    'low-resolution': {
      says: 'Độ phân giải thấp: {{width}}×{{height}}, cần từ {{wantedWidth}}×{{wantedHeight}}.',
      do: 'Cắm camera vào cổng USB 3.0 (màu xanh), bỏ bộ chia USB; hoặc chọn camera tốt hơn.',
    },
    'low-fps': {
      says: 'Hình giật: {{fps, number}} khung hình/giây, cần từ {{wantedFps, number}}.',
      do: 'Bật thêm đèn, cắm camera vào cổng USB khác và đóng các ứng dụng nặng rồi đo lại.',
    },
    'computer-busy': {
      says: 'Máy tính quá bận (bộ xử lý {{cpuPct, number}} %) nên hình chỉ đạt {{fps, number}} khung hình/giây, cần từ {{wantedFps, number}}; chưa biết camera có chậm hay không.',
      do: 'Đóng các ứng dụng khác, đợi máy cài cập nhật xong, rồi đo lại.',
    },
    unsteady: {
      says: 'Hình có lúc khựng: có giây chỉ {{worstFps, number}} khung hình, dù trung bình {{fps, number}}.',
      do: 'Cắm camera thẳng vào cổng USB khác (không qua bộ chia), đóng các ứng dụng nặng rồi đo lại.',
    },
    virtual: {
      says: 'Đang dùng camera ảo: {{label}}.',
      do: 'Nếu không cố ý, chọn camera thật trong danh sách thiết bị rồi đo lại.',
    },
    'virtual-only': {
      says: 'Máy chỉ có camera ảo: {{label}}.',
      do: 'Cắm camera thật vào máy, chọn nó trong danh sách thiết bị rồi đo lại; chỉ bỏ qua nếu cố ý dùng camera ảo.',
    },
  },
};

const en: CheckWords<CameraProblem> = {
  name: 'Camera',
  about: 'The camera gives a picture that is bright, sharp and moves smoothly.',
  ok: 'Good picture: {{width}}×{{height}}, {{fps, number}} frames/s.',
  problems: {
    'not-found': {
      says: 'No camera is connected.',
      do: 'Plug in the camera’s USB cable (or try another port), check its power, then test again.',
    },
    'chosen-missing': {
      says: 'The camera chosen for this point is not connected.',
      do: 'Plug that camera in again, or choose another one in the device list, then test again.',
    },
    denied: {
      says: 'The app is not allowed to use the camera.',
      do: 'Allow Điểm Cầu to use the camera, then test again; the cable is fine.',
    },
    'denied-by-system': {
      says: 'The operating system blocks the camera.',
      do: 'Open Windows Settings → Privacy → Camera, turn on “Let desktop apps access your camera”, then test again.',
    },
    busy: {
      says: 'Another app is holding the camera.',
      do: 'Close the meeting app, Zoom, Teams or the Camera app, then test again.',
    },
    'over-constrained': {
      says: 'The camera accepts none of the requested modes.',
      do: 'Unplug the camera and plug it in again; if that does not help, choose another camera and test again.',
    },
    'open-timeout': {
      says: 'The camera does not answer.',
      do: 'Unplug the camera, wait 5 seconds, plug it into another port, then test again.',
    },
    'open-failed': {
      says: 'The camera could not be opened ({{detail}}).',
      do: 'Unplug the camera and plug it in again; if that does not help, restart the computer and test again.',
    },
    stopped: {
      says: 'The camera was cut off while in use: {{label}}.',
      do: 'Check for a loose USB cable, plug straight into the computer (no hub), then test again.',
    },
    'no-frames': {
      says: 'The camera opens but sends no picture: {{label}}.',
      do: 'Unplug the camera and plug it into another port; switch it off and on if it has its own power.',
    },
    black: {
      says: 'The picture is black.',
      do: 'Open the lens cover, flip the camera’s privacy switch, turn on the lights, then test again.',
    },
    covered: {
      says: 'The lens is covered: the picture is dark and shows nothing.',
      do: 'Open the lens cover or remove what is over the lens, flip the camera’s privacy switch, then test again.',
    },
    flat: {
      says: 'The picture is one single colour and shows nothing.',
      do: 'Remove what is over the lens; if it is a “no signal” picture, check the camera’s cable and power.',
    },
    frozen: {
      says: 'The picture stood still for {{stillSeconds, number}} s.',
      do: 'Wave a hand in front of the camera and test again; if it still stands, plug the camera into another port.',
    },
    dark: {
      says: 'The picture is dark (brightness {{luma, number}}/255).',
      do: 'Turn on lights in front of the people; keep bright windows out of their back.',
    },
    'over-exposed': {
      says: 'The picture is washed out (brightness {{luma, number}}/255).',
      do: 'Draw the curtains, turn off lights that shine into the lens, or lower the camera’s exposure.',
    },
    backlight: {
      says: 'Backlight: {{surround, number}}/255 behind, the people only {{centre, number}}/255.',
      do: 'Draw the curtains or turn off lights behind, add light in front, or turn the camera away from the window.',
    },
    blurred: {
      says: 'The picture is blurred (sharpness {{sharpness, number}}/100).',
      do: 'Wipe the lens, peel off its film, turn the focus ring or switch autofocus on, then test again.',
    },
    'low-resolution': {
      says: 'Low resolution: {{width}}×{{height}}, wanted {{wantedWidth}}×{{wantedHeight}} or more.',
      do: 'Use a USB 3.0 (blue) port without a hub, or choose a better camera.',
    },
    'low-fps': {
      says: 'Choppy picture: {{fps, number}} frames/s, wanted {{wantedFps, number}} or more.',
      do: 'Turn on more light, use another USB port and close heavy apps, then test again.',
    },
    'computer-busy': {
      says: 'The computer is too busy (processor {{cpuPct, number}} %): only {{fps, number}} frames/s, wanted {{wantedFps, number}} or more; whether the camera is slow is not known.',
      do: 'Close other apps, let updates finish, then test again.',
    },
    unsteady: {
      says: 'The picture stalls: one second brought only {{worstFps, number}} frames, though {{fps, number}} on average.',
      do: 'Plug the camera straight into another USB port (no hub), close heavy apps, then test again.',
    },
    virtual: {
      says: 'A virtual camera is in use: {{label}}.',
      do: 'Unless that is meant, choose the real camera in the device list, then test again.',
    },
    'virtual-only': {
      says: 'This computer has only a virtual camera: {{label}}.',
      do: 'Plug in a real camera, choose it in the device list, then test again; go on only if a virtual one is meant.',
    },
  },
};

export const cameraWords: BilingualCheckWords<CameraProblem> = { vi, en };
