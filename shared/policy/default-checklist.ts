import type { ManualItem } from './manual-item.ts';

function item(id: string, required: boolean, vi: string, en: string): ManualItem {
  return { id, required, vi, en };
}

/** The manual checklist of `DOMAIN`, what is done before the meeting. */
export const DEFAULT_CHECKLIST: ManualItem[] = [
  item(
    'technician-present',
    true,
    'Cán bộ kỹ thuật có mặt, liên lạc được qua điện thoại',
    'Technician present, reachable by phone',
  ),
  item('power', false, 'Nguồn điện bật; bộ lưu điện hoặc máy phát đã thử', 'Power on; UPS or generator tested'),
  item('wired-line', true, 'Đã cắm dây mạng TSLCD', 'Wired TSLCD line plugged in'),
  item('backup-line', false, 'Đường truyền dự phòng sẵn sàng', 'Backup line ready'),
  item(
    'terminal',
    true,
    'Thiết bị đầu cuối hoặc máy tính, HDMI, màn hình hoạt động',
    'Terminal or laptop, HDMI and display work',
  ),
  item(
    'room-name',
    true,
    'Đúng tài khoản; tên phòng họp ghi “UBND xã …”',
    'Right account; the room is named “UBND xã …”',
  ),
  item(
    'test-session',
    true,
    'Đã vào phiên chạy thử; tỉnh xác nhận nghe và thấy điểm cầu',
    'Joined the trial run; the province confirms it hears and sees us',
  ),
  item(
    'framing',
    true,
    'Khung hình thấy rõ lãnh đạo ngồi họp và biển tên, không ngược sáng',
    'Seated leader and nameplate in the picture, no backlight',
  ),
  item('lighting', false, 'Khuôn mặt đủ sáng', 'Faces well lit'),
  item(
    'microphones',
    true,
    'Micro đã thử, có pin dự phòng; không vọng tiếng',
    'Microphones tested, spare battery; no echo',
  ),
  item('remote-audio', true, 'Nghe rõ tiếng từ điểm cầu trung tâm', 'The province is heard clearly'),
  item('document-shared', true, 'Đã chia sẻ thử một tài liệu', 'A test document was shared'),
  item('backdrop', false, 'Phông nền, cờ, khẩu hiệu đúng giấy mời', 'Backdrop, flag and slogan as invited'),
  item('nameplate', true, 'Biển tên đúng người ngồi họp', 'Nameplate matches the person'),
  item('documents', false, 'Đã nhận tài liệu, chuẩn bị phát biểu', 'Documents received, speech ready'),
  item('quiet', false, 'Phòng yên tĩnh, tắt thông báo trên máy', 'Room quiet, notifications off'),
  item('recording', false, 'Chỉ ghi hình khi được phép', 'Recording only if authorised'),
  item('hotline', true, 'Có sẵn số đường dây hỗ trợ của tỉnh', 'The province’s hotline number is at hand'),
];
