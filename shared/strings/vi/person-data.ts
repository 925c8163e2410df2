/** What a person may ask for about their own data. */
export const personData = {
  title: 'Dữ liệu cá nhân',
  hint: 'Chỉ khi người này yêu cầu. Xóa tên, chức vụ, lĩnh vực, mã PIN, giấy ủy quyền và số liên hệ. Hồ sơ cuộc họp đã ký vẫn giữ.',
  download: 'Tải mọi dữ liệu về người này',
  forget: 'Xóa dữ liệu cá nhân',
  forgotten:
    'Đã xóa dữ liệu cá nhân, cả {{letters}} giấy ủy quyền, {{pinCodes}} mã. Còn giữ {{staying}} dòng hồ sơ đã ký.',
};
