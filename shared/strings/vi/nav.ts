/** The console's navigation. */
export const nav = {
  label: 'Điều hướng chính',
  skip: 'Tới nội dung',
  sections: 'Các mục của {{area}}',
  areas: { meetings: 'Cuộc họp', points: 'Điểm cầu', reports: 'Báo cáo', admin: 'Quản trị' },
  points: { list: 'Danh sách điểm cầu', enrolment: 'Mã ghi danh' },
  admin: {
    policy: 'Ngưỡng đánh giá',
    checklist: 'Danh mục kiểm tra',
    accounts: 'Tài khoản',
    audit: 'Nhật ký',
    backup: 'Sao lưu, lưu giữ',
    updates: 'Bản cập nhật',
  },
  pointTabs: { label: 'Xem điểm cầu', roster: 'Lãnh đạo dự họp', manage: 'Thông tin và thiết bị' },
};
