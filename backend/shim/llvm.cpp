// What LLVM's C interface has no function for. Its references are pointers to the classes (`include/llvm/Support/CBindingWrapping.h`).

#include "llvm-c/DebugInfo.h"
#include "llvm-c/TargetMachine.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

extern "C" void vexDescribeCallSites(LLVMTargetMachineRef machine) {
    reinterpret_cast<TargetMachine *>(machine)->Options.EmitCallSiteInfo = true;
}

// A compile unit without a table of names, as Clang's are on ELF systems: LLVM 19 leaves the types that it makes itself for
// conversions out of that table, which consumers may take for the whole truth (DWARF 5, section 6.1.1).
extern "C" LLVMMetadataRef vexCompileUnit(LLVMDIBuilderRef builder, unsigned language, LLVMMetadataRef file,
                                          const char *producer, size_t length, bool optimised, bool lines_only) {
    auto kind = lines_only ? DICompileUnit::LineTablesOnly : DICompileUnit::FullDebug;
    auto *unit = reinterpret_cast<DIBuilder *>(builder)->createCompileUnit(
        language, cast<DIFile>(reinterpret_cast<Metadata *>(file)), StringRef(producer, length), optimised, "", 0, "", kind,
        /*DWOId=*/0, /*SplitDebugInlining=*/true, /*DebugInfoForProfiling=*/false, DICompileUnit::DebugNameTableKind::None);
    return reinterpret_cast<LLVMMetadataRef>(static_cast<Metadata *>(unit));
}
