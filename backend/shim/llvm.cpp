// What LLVM's C interface has no function for. Its references are pointers to the classes (`include/llvm/Support/CBindingWrapping.h`).

#include "llvm-c/DebugInfo.h"
#include "llvm-c/TargetMachine.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"
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

namespace {

// What `attributes` has, and each of `added` at its index, by 0 for what is returned, 1 for the first parameter, and so on. The
// C interface adds one at a time and makes a whole new list for it, which is quadratic in the number of parameters.
AttributeList with(LLVMContext &context, AttributeList attributes, const unsigned *indices, const LLVMAttributeRef *added,
                   size_t count) {
    std::vector<AttrBuilder> builders;
    for (size_t i = 0; i != count; ++i) {
        while (builders.size() <= indices[i]) {
            builders.emplace_back(context, attributes.getAttributes(builders.size()));
        }
        builders[indices[i]].addAttribute(unwrap(added[i]));
    }
    std::vector<AttributeSet> sets;
    for (const AttrBuilder &builder : builders) {
        sets.push_back(AttributeSet::get(context, builder));
    }
    // Those behind the last that something is added to stay as they are.
    for (unsigned index = sets.size(); index < attributes.getNumAttrSets(); ++index) {
        sets.push_back(attributes.getAttributes(index));
    }
    if (sets.empty()) {
        return attributes;
    }
    return AttributeList::get(context, attributes.getFnAttrs(), sets[0], ArrayRef(sets).drop_front());
}

} // namespace

extern "C" void vexAddFunctionAttributes(LLVMValueRef value, const unsigned *indices, const LLVMAttributeRef *added, size_t count) {
    auto *function = unwrap<Function>(value);
    function->setAttributes(with(function->getContext(), function->getAttributes(), indices, added, count));
}

extern "C" void vexAddCallAttributes(LLVMValueRef value, const unsigned *indices, const LLVMAttributeRef *added, size_t count) {
    auto *call = unwrap<CallBase>(value);
    call->setAttributes(with(call->getContext(), call->getAttributes(), indices, added, count));
}
