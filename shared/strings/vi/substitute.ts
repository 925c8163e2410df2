/** What a deputy or substitute shows, beside basis, number, signer and reason. */
export const substitute = {
  documentDate: 'Ngày văn bản',
  dateHint: 'ngày/tháng/năm',
  badDate: 'Nhập ngày dạng 30/01/2026.',
  scope: 'Phạm vi ủy quyền',
  scopeOf: 'Cuộc họp “{{title}}” ngày {{date}}',
  authorised: 'Người được ủy quyền: {{name}}, {{title}}',
  deputyNeedsApproval:
    'Giấy mời yêu cầu Thủ trưởng/Chủ tịch: dự thay phải được chủ trì đồng ý. Vẫn đăng nhập được ngay.',
  needsApproval: 'Ủy quyền có hiệu lực khi tỉnh ghi nhận chủ trì đồng ý. Vẫn đăng nhập được ngay.',
  more: 'Chủ trì đã đồng ý, ảnh văn bản (không bắt buộc)',
  moreNeeded: 'Chủ trì đồng ý (phải có: ghi ngay nếu đã được đồng ý), ảnh văn bản',
  approver: 'Người đồng ý',
  approvedAt: 'Lúc',
  approvedAtHint: '07:30, hoặc ngày và giờ',
  badMoment: 'Nhập giờ dạng 07:30, hoặc ngày và giờ, không ở tương lai.',
  channel: 'Bằng cách',
  channels: {
    'in-person': 'Trực tiếp',
    phone: 'Điện thoại',
    document: 'Văn bản',
    message: 'Tin nhắn',
    other: 'Cách khác',
  },
  attach: 'Chọn ảnh hoặc PDF của văn bản',
  attachNotice:
    'Chỉ chụp văn bản, không chụp người. Vị trí và thời gian chụp trong ảnh được xóa. Tối đa {{limit, number}} MB.',
  attached: 'Đã lưu tệp ({{size}} KB)',
  remove: 'Bỏ tệp',
};
